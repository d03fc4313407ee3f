import { z } from 'zod';
import { TAG_MAX, TAGS_MAX } from './split-tags.ts';
import { docSchema, EMPTY_DOC } from '#lib/body/doc.ts';
import { LOCALES, type Locale } from '#lib/locales.ts';
import { filledLine, line, slugField } from '#lib/text/text-field.ts';

/**
 * How much of the front page an article may claim: `high` leads for a day, `low` never becomes the lead
 * automatically, `none` appears only in its section.
 */
export const PRIORITIES = ['high', 'normal', 'low', 'none'] as const;
export type ArticlePriority = (typeof PRIORITIES)[number];

/** A moment as JSON text, always in UTC: equal moments have equal text. */
const moment = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .nullable();

export const HEADLINE_MAX = 300;
/** The limit of a note that an editor adds to a revision. */
export const NOTE_MAX = 200;
export const STANDFIRST_MAX = 600;

/**
 * Everything that an editor writes in an article; the working copy and every revision contain one. It allows
 * missing values (a draft may lack anything) but is strict about types. `findPublishFaults` checks what
 * publishing requires in addition.
 */
export const articleContentSchema = z.strictObject({
  locale: z.enum(LOCALES),
  kind: z.enum(['article', 'live']),
  sectionId: z.string(),
  label: line(60),
  headline: line(HEADLINE_MAX),
  standfirst: line(STANDFIRST_MAX),
  source: line(80),
  city: line(80),
  body: docSchema,
  authorIds: z.array(z.string()).max(12),
  /** Names. Publishing creates the tags that do not exist yet. */
  tags: z.array(filledLine(TAG_MAX)).max(TAGS_MAX),
  lead: z.strictObject({
    mediaId: z.string().nullable(),
    caption: line(600),
    credit: line(200).default(''),
    alt: line(600),
    decorative: z.boolean(),
  }),
  priority: z.enum(PRIORITIES).default('normal'),
  /** Empty until someone chooses a slug. The first publication then derives it from the headline. */
  slug: slugField,
  seoTitle: line(120),
  seoDescription: line(320),
  socialMediaId: z.string().nullable(),
  canonicalUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)]),
  commentsOpen: z.boolean(),
  commentsQuestion: line(300),
  commentsCloseAt: moment,
  breakingUntil: moment,
});

export type ArticleContent = z.infer<typeof articleContentSchema>;

/** An article without lead picture. */
export const EMPTY_LEAD: ArticleContent['lead'] = {
  mediaId: null,
  caption: '',
  credit: '',
  alt: '',
  decorative: false,
};

/** The content of a new article. */
export const newContent = (begin: {
  locale: Locale;
  kind: ArticleContent['kind'];
  sectionId: string;
  headline: string;
  authorIds: string[];
}): ArticleContent =>
  articleContentSchema.parse({
    label: '',
    standfirst: '',
    source: '',
    city: '',
    body: EMPTY_DOC,
    tags: [],
    lead: EMPTY_LEAD,
    priority: 'normal',
    slug: '',
    seoTitle: '',
    seoDescription: '',
    socialMediaId: null,
    canonicalUrl: '',
    commentsOpen: true,
    commentsQuestion: '',
    commentsCloseAt: null,
    breakingUntil: null,
    ...begin,
  });
