import { z } from 'zod';
import { cleanMultiline } from './arabic/bidi.ts';
import { docSchema } from './body/doc.ts';

export const ENTRY_HEADLINE_MAX = 200;
export const ENTRY_BODY_MAX = 10_000;

/** What an editor writes of an entry. Its words are the headline, the body, or both. */
export const liveEntrySchema = z.strictObject({
  at: z.date(),
  headline: z.string().transform(cleanMultiline).transform((text) => text.replace(/\s+/g, ' ').trim()).pipe(z.string().max(ENTRY_HEADLINE_MAX)),
  body: docSchema,
  isKey: z.boolean(),
  isPinned: z.boolean(),
});

export type LiveEntryInput = z.input<typeof liveEntrySchema>;
