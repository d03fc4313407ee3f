import { sha256 } from './security/crypto.ts';

/**
 * A word for a state as it stands. A form hands it back, so that who saves over what a colleague changed
 * meanwhile is told so.
 */
export const stampOf = (state: unknown): string => sha256(JSON.stringify(state)).slice(0, 16);
