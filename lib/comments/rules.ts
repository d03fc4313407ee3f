import { z } from 'zod';
import { cleanLine, cleanMultiline } from '../arabic/bidi.ts';
import { isLongerThan } from '../arabic/count-characters.ts';
import { readMailAddress } from '#lib/mail/address.ts';
import { COMMENT_FIELDS, type CommentFault, type CommentField, type FormFault } from './form-state.ts';
import type { TakenNames } from './name-claims.ts';
import { checkName } from './name-rules.ts';

/** Limits count characters as a reader does (lib/arabic/count-characters.ts). */
export const LIMITS = { body: 2000, name: 60, email: 254 } as const;

/**
 * The maximum number of pending comments on one article: nobody reads more, and it stops a flood. The sender
 * is asked to retry after `FULL_WAIT` seconds.
 */
export const MOST_WAITING = 200;
export const FULL_WAIT = 900;

const fault = (message: CommentFault) => ({ error: message });

const body = z
  .string()
  .transform(cleanMultiline)
  .pipe(
    z
      .string()
      .refine((text) => text !== '', fault('bodyMissing'))
      .refine((text) => !isLongerThan(text, LIMITS.body), fault('bodyTooLong')),
  );

const name = z
  .string()
  .transform(cleanLine)
  .pipe(
    z
      .string()
      .refine((text) => text !== '', fault('nameMissing'))
      .refine((text) => !isLongerThan(text, LIMITS.name), fault('nameTooLong'))
      .refine((text) => text === '' || (text.match(/\p{L}/gu)?.length ?? 0) >= 2, fault('nameNoLetters')),
  );

const email = (isRequired: boolean) =>
  z
    .string()
    .refine((text) => cleanLine(text) !== '' || !isRequired, fault('emailMissing'))
    .refine((text) => cleanLine(text) === '' || readMailAddress(text) !== undefined, fault('emailInvalid'))
    .transform((text) => readMailAddress(text) ?? '');

/** Reads a single email address like the comment form does. */
export function readEmail(typed: string): { email: string } | { fault: CommentFault } {
  const parsed = email(true).safeParse(typed);
  return parsed.success ? { email: parsed.data } : { fault: parsed.error.issues[0]!.message as CommentFault };
}

const schemas = {
  required: z.object({ body, name, email: email(true) }),
  optional: z.object({ body, name, email: email(false) }),
};
export type CommentInput = z.infer<typeof schemas.required>;

/** The newsroom's requirements: whether an address is required, and which names are taken. */
export type CommentAsks = { commentEmail: keyof typeof schemas; takenNames: TakenNames };

const NAME_FAULTS = {
  symbols: 'nameSymbols',
  mixedScripts: 'nameMixedScripts',
  reserved: 'nameReserved',
} as const;

/**
 * Reads a typed comment: returns the clean comment, or every fault with its field, in the order of the form.
 */
export function parseComment(
  values: Record<CommentField, string>,
  { commentEmail, takenNames }: CommentAsks,
): { input: CommentInput } | { faults: FormFault[] } {
  const parsed = schemas[commentEmail].safeParse(values);
  const faults = COMMENT_FIELDS.flatMap((field) => {
    const issue = parsed.error?.issues.find((each) => each.path[0] === field);
    if (issue) return [toFault(field, issue.message as CommentFault)];
    const nameFault = field === 'name' ? checkName(cleanLine(values.name), takenNames) : null;
    return nameFault
      ? [
          {
            ...toFault(field, NAME_FAULTS[nameFault.fault]),
            ...('sign' in nameFault && { sign: nameFault.sign }),
          },
        ]
      : [];
  });
  return parsed.success && faults.length === 0 ? { input: parsed.data } : { faults };
}

function toFault(field: CommentField, message: CommentFault): FormFault {
  return message.endsWith('TooLong') ? { field, message, limit: LIMITS[field] } : { field, message };
}
