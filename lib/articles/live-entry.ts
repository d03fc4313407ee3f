import { z } from 'zod';
import { docSchema } from '#lib/body/doc.ts';
import { line } from '#lib/text/text-field.ts';

export const ENTRY_HEADLINE_MAX = 200;
export const ENTRY_BODY_MAX = 10_000;

/** The fields of an entry that an editor writes. Its text is the headline, the body, or both. */
export const liveEntrySchema = z.strictObject({
  at: z.date(),
  headline: line(ENTRY_HEADLINE_MAX),
  body: docSchema,
  isKey: z.boolean(),
  isPinned: z.boolean(),
});

export type LiveEntryInput = z.input<typeof liveEntrySchema>;
