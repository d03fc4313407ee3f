import { z } from 'zod';
import { cleanLine, cleanMultiline } from '../arabic/bidi.ts';
import type { CommentFault, CommentField, CommentFormState } from './form-state.ts';

/** Limits count characters as a reader sees them, not bytes. */
export const LIMITS = { body: 2000, name: 60, email: 254 } as const;

const length = (text: string) => [...text].length;

const fault = (message: CommentFault) => ({ error: message });

const body = z
  .string()
  .transform(cleanMultiline)
  .pipe(
    z.string()
      .refine((text) => text !== '', fault('bodyMissing'))
      .refine((text) => length(text) <= LIMITS.body, fault('bodyTooLong')),
  );

const name = z
  .string()
  .transform(cleanLine)
  .pipe(
    z.string()
      .refine((text) => text !== '', fault('nameMissing'))
      .refine((text) => length(text) <= LIMITS.name, fault('nameTooLong'))
      .refine((text) => text === '' || (text.match(/\p{L}/gu)?.length ?? 0) >= 2, fault('nameNoLetters')),
  );

const email = z
  .string()
  .transform((text) => cleanLine(text).toLowerCase())
  .pipe(
    z.string()
      .refine((text) => text !== '', fault('emailMissing'))
      .refine((text) => text === '' || (length(text) <= LIMITS.email && z.email().safeParse(text).success), fault('emailInvalid')),
  );

const commentSchema = z.object({ body, name, email });
export type CommentInput = z.infer<typeof commentSchema>;

/** Reads what a reader typed: the clean comment, or every fault at its field in the order of the form. */
export function parseComment(
  values: CommentFormState['values'],
): { input: CommentInput } | { faults: CommentFormState['faults'] } {
  const parsed = commentSchema.safeParse(values);
  if (parsed.success) return { input: parsed.data };
  const faults = (['body', 'name', 'email'] as const).flatMap((field) => {
    const issue = parsed.error.issues.find((each) => each.path[0] === field);
    return issue ? [toFault(field, issue.message as CommentFault)] : [];
  });
  return { faults };
}

function toFault(field: CommentField, message: CommentFault): CommentFormState['faults'][number] {
  return message.endsWith('TooLong') ? { field, message, limit: LIMITS[field] } : { field, message };
}
