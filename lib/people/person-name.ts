import { z } from 'zod';
import { readMailAddress } from '#lib/mail/address.ts';
import { filledLine } from '#lib/text/text-field.ts';

/**
 * How somebody of the newsroom is called: in lists, in the log and in mails, always on one line. It is
 * cleaned like every field of one line, whichever door it comes through.
 */
export const personName = filledLine(80, 2).pipe(z.string().regex(/\p{L}/u));

/** The address of somebody of the newsroom, in the form that is kept (lib/mail/address.ts). */
export const memberEmail = z
  .string()
  .max(1000)
  .transform((text, context) => {
    const address = readMailAddress(text);
    if (address) return address;
    context.addIssue({ code: 'custom', message: 'This is not an address' });
    return z.NEVER;
  });
