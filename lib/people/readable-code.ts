import { randomInt } from 'node:crypto';

/** Without letters and digits that look alike. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

const group = (length: number) => Array.from({ length }, () => READABLE[randomInt(READABLE.length)]).join('');

/** Five groups of four: about 99 bits, and still easy to read aloud. */
export const readablePassword = () => Array.from({ length: 5 }, () => group(4)).join('-');

/** Ten codes of ten characters, about 49 bits each. */
export const makeBackupCodes = () => Array.from({ length: 10 }, () => `${group(5)}-${group(5)}`);

/**
 * A backup code without differences that come from reading it on paper: case, dashes, o for 0, l or i for 1.
 */
export const codeSkeleton = (code: string): string =>
  code
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
