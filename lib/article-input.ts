import { z } from 'zod';
import { PRIORITIES } from './article-content.ts';

const line = z.string().trim().min(1);

/** An article as a file holds it: `npm run article:add -- file.json`, and the demo newsroom. Bodies are read by `docFromLines`. */
export const articleInputSchema = z.strictObject({
  locale: z.enum(['ar', 'en']).default('ar'),
  section: line,
  headline: line.max(300),
  standfirst: z.string().trim().max(600).default(''),
  source: z.string().trim().max(80).default(''),
  city: z.string().trim().max(80).default(''),
  authors: z.array(line).default([]),
  tags: z.array(line.max(60)).max(12).default([]),
  body: z.array(z.string()).refine((lines) => lines.some((each) => each.trim())),
  image: z.strictObject({ alt: z.string(), caption: z.string().default(''), credit: z.string().default('') }).optional(),
  /** How much of the front page it may claim. */
  priority: z.enum(PRIORITIES).default('normal'),
  publishedAt: z.iso.datetime({ offset: true }).optional(),
  revisedAt: z.iso.datetime({ offset: true }).optional(),
  commentsOpen: z.boolean().default(true),
  /** Asked of readers above their comments. */
  commentsQuestion: z.string().trim().max(200).default(''),
  /** When this article's comments end, whatever the rule for all says. */
  commentsCloseAt: z.iso.datetime({ offset: true }).optional(),
  breakingUntil: z.iso.datetime({ offset: true }).optional(),
  corrections: z
    .array(z.strictObject({ kind: z.enum(['correction', 'clarification', 'update']), text: line, publishedAt: z.iso.datetime({ offset: true }) }))
    .default([]),
});

export type ArticleInput = z.input<typeof articleInputSchema>;
