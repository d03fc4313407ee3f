import { z } from 'zod';
import { PRIORITIES } from './content.ts';
import { filledLine, line, prose } from '#lib/text/text-field.ts';
import { DEFAULT_LOCALE, LOCALES } from '#lib/locales.ts';

const word = z.string().trim().min(1);

/**
 * An article in a file, for `npm run article:add -- file.json` and for the demo newsroom. `docFromLines`
 * parses the body.
 */
export const articleInputSchema = z.strictObject({
  locale: z.enum(LOCALES).default(DEFAULT_LOCALE),
  section: word,
  headline: filledLine(300),
  standfirst: line(600).default(''),
  source: line(80).default(''),
  city: line(80).default(''),
  authors: z.array(word).default([]),
  tags: z.array(filledLine(60)).max(12).default([]),
  body: z.array(z.string()).refine((lines) => lines.some((each) => each.trim())),
  image: z
    .strictObject({ alt: line(600), caption: line(600).default(''), credit: line(200).default('') })
    .optional(),
  /** How much of the front page the article may claim. */
  priority: z.enum(PRIORITIES).default('normal'),
  publishedAt: z.iso.datetime({ offset: true }).optional(),
  revisedAt: z.iso.datetime({ offset: true }).optional(),
  commentsOpen: z.boolean().default(true),
  /** A question to readers, shown above the comments. */
  commentsQuestion: line(200).default(''),
  /** When comments on this article close, whatever the general rule. */
  commentsCloseAt: z.iso.datetime({ offset: true }).optional(),
  breakingUntil: z.iso.datetime({ offset: true }).optional(),
  corrections: z
    .array(
      z.strictObject({
        kind: z.enum(['correction', 'clarification', 'update']),
        text: prose(2000).pipe(word),
        publishedAt: z.iso.datetime({ offset: true }),
      }),
    )
    .default([]),
});

export type ArticleInput = z.input<typeof articleInputSchema>;
