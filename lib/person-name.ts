import { z } from 'zod';
import { atMost } from './arabic/at-most.ts';
import { readMailAddress } from './mail-address.ts';

/** Line breaks, control characters, marks of direction and what else cannot be seen; joiners belong to Persian words. */
const UNSEEN = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/u;
/** What a paste leaves at the ends is no part of the name. */
const AT_ENDS = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;

/** How somebody of the newsroom is called: in lists, in the log and in mails, always on one line. */
export const personName = z
  .string()
  .transform((text) => text.replace(AT_ENDS, '').replace(/[ \u00A0]+/g, ' ').normalize('NFC'))
  .pipe(z.string().min(2).check(atMost(80)).regex(/\p{L}/u).refine((name) => !UNSEEN.test(name)));

/**
 * The address of somebody of the newsroom, in the form that is kept (lib/mail-address.ts). better-auth asks that its last part is of
 * Latin letters: `a@موقع.com` can be one, `a@موقع.مصر` cannot yet.
 */
export const memberEmail = z.string().max(1000).transform((text) => readMailAddress(text) ?? text).pipe(z.email());
