import { z } from 'zod';
import { TAG_MAX } from './split-tags.ts';
import { docSchema, EMPTY_DOC } from '#lib/body/doc.ts';
import { LOCALES, type Locale } from '#lib/locales.ts';
import { filledLine, line, slugField } from '#lib/text/text-field.ts';

/**
 * How much of the front page an article may claim: `high` leads for a day, `low` never leads by itself,
 * `none` stands in its section only.
 */
export const PRIORITIES = ['high', 'normal', 'low', 'none'] as const;
export type ArticlePriority = (typeof PRIORITIES)[number];

/** A moment as it stands in JSON, always in UTC: the same moment is the same text. */
const moment = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .nullable();

export const HEADLINE_MAX = 300;
/** Of what somebody writes beside a revision. */
export const NOTE_MAX = 200;
export const STANDFIRST_MAX = 600;
export const TAGS_MAX = 12;

/**
 * All that an editor writes of an article: the working copy and every revision hold one. Lenient on what is
 * not there yet (a draft may lack anything), strict on shapes; what publishing asks for beyond it is
 * `findPublishFaults`' matter.
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
  /** Names; a tag that is not known yet is made when the article is published. */
  tags: z.array(filledLine(TAG_MAX)).max(TAGS_MAX),
  lead: z.strictObject({
    mediaId: z.string().nullable(),
    caption: line(600),
    credit: line(200).default(''),
    alt: line(600),
    decorative: z.boolean(),
  }),
  priority: z.enum(PRIORITIES).default('normal'),
  /** Empty until someone chooses one: then the headline makes it at first publication. */
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

/** No picture over the text. */
export const EMPTY_LEAD: ArticleContent['lead'] = {
  mediaId: null,
  caption: '',
  credit: '',
  alt: '',
  decorative: false,
};

/** What an article begins with. */
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
