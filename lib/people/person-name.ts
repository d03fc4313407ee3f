import { z } from 'zod';
import { readMailAddress } from '#lib/mail/address.ts';
import { filledLine } from '#lib/text/text-field.ts';

/**
 * The name of a member of the newsroom in lists, the log and mails; always one line. Cleaned like every
 * one-line field, whatever form or command it comes from.
 */
export const personName = filledLine(80, 2).pipe(z.string().regex(/\p{L}/u));

/** The email address of a member of the newsroom, in its stored form (lib/mail/address.ts). */
export const memberEmail = z
  .string()
  .max(1000)
  .transform((text, context) => {
    const address = readMailAddress(text);
    if (address) return address;
    context.addIssue({ code: 'custom', message: 'This is not an address' });
    return z.NEVER;
  });
