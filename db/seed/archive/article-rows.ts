import { slugify } from '#lib/arabic/slug.ts';
import { indexText } from '#lib/arabic/index-text.ts';
import type { ArticlePriority } from '#lib/articles/content.ts';
import { docText } from '#lib/body/doc-text.ts';
import type { Locale } from '#lib/locales.ts';
import { idOf } from '#db/engine/ids.ts';
import type { Article } from '#db/tables/tables.ts';
import type { Library, Making } from './library.ts';
import { createZipf, type Random } from './random.ts';
import { joinStems, toDoc } from './texts.ts';

const FIRST_NUMBER = 1001;
/** Only the newest articles have working copies and revisions: older ones were imported. */
const WITH_DRAFTS = 30_000;
/** The first pages show only published articles. */
const SURELY_PUBLISHED = 40;
const COVERAGES = 40;
const SINGLE_EVERY = 97;
const HOUR = 3_600_000;

function drawPriority(random: Random): ArticlePriority {
  const drawn = random.next();
  return drawn < 0.03 ? 'high' : drawn < 0.13 ? 'low' : drawn < 0.18 ? 'none' : 'normal';
}

/** Makes the rows of articles, and what they refer to. `n` counts them in the order of their publication. */
export function createArticleRows({ random, texts, now }: Making, library: Library, count: number) {
  const drawSection = createZipf(library.sections.length, random);
  const drawAuthor = createZipf(library.bylines.length, random);
  const { drawn, single, draw } = library.tags;
  const tagStems = new Map([...drawn, ...single].map(({ id, name }) => [id, indexText(name)]));
  const coverageEvery = Math.ceil(count / COVERAGES);
  const hasDraft = (n: number) => n >= count - WITH_DRAFTS;
  const drawLocale = (): Locale => (random.chance(0.85) ? 'ar' : 'en');

  function drawStatus(n: number): Article['status'] {
    if (n >= count - SURELY_PUBLISHED) return 'published';
    if (random.chance(hasDraft(n) ? 0.01 : 0.002)) return 'draft';
    return random.chance(0.005) ? 'trash' : random.chance(0.001) ? 'retracted' : 'published';
  }

  function drawTags(n: number) {
    const picked = new Set(Array.from({ length: random.between(2, 5) }, () => drawn[draw()]!));
    const own = n % SINGLE_EVERY === 0 ? single[n / SINGLE_EVERY] : undefined;
    return own ? [...picked, own] : [...picked];
  }

  function drawBylines(): string[] {
    const ranks = new Set(Array.from({ length: random.chance(0.15) ? 2 : 1 }, drawAuthor));
    return [...ranks].map((rank) => library.bylines[rank]!);
  }

  function drawMedia(n: number): string | null {
    const newest = library.media[Math.floor((n / count) * library.media.length)]!;
    return random.chance(0.6) ? newest : null;
  }

  /** The columns that depend on the state. */
  function drawState(n: number, at: Date) {
    const status = drawStatus(n);
    const isRevised = status !== 'draft' && random.chance(0.08);
    const revisedAt = isRevised ? new Date(Math.min(at.getTime() + 5 * HOUR, now.getTime())) : null;
    return {
      status,
      publishedAt: status === 'draft' ? null : at,
      revisedAt,
      version: isRevised ? 3 : 2,
      updatedAt: revisedAt ?? at,
    };
  }

  return (n: number, at: Date) => {
    const locale = drawLocale();
    const headline = texts.line(locale, random.between(5, 11));
    const standfirst = texts.line(locale, random.between(12, 25));
    const pieces = texts.paragraphs(locale, random.between(3, 9));
    const body = toDoc(pieces);
    const section = library.sections[drawSection()]!;
    const isLive = n % coverageEvery === coverageEvery - 1;
    const row: Article = {
      id: idOf(`article ${n}`, at),
      number: FIRST_NUMBER + n,
      kind: isLive ? 'live' : 'article',
      locale,
      sectionId: section.id,
      slug: slugify(headline.text) || String(n),
      label: '',
      headline: headline.text,
      standfirst: standfirst.text,
      source: 'مداد',
      city: '',
      body,
      bodyText: docText(body),
      wordCount: pieces.reduce((sum, { words }) => sum + words, 0),
      ...drawState(n, at),
      leadMediaId: drawMedia(n),
      leadCaption: '',
      leadAlt: '',
      leadDecorative: false,
      leadCredit: '',
      priority: drawPriority(random),
      seoTitle: '',
      seoDescription: '',
      socialMediaId: null,
      canonicalUrl: '',
      commentsOpen: random.chance(0.95),
      commentsQuestion: '',
      commentsCloseAt: null,
      breakingUntil: null,
      liveEndedAt: isLive ? new Date(at.getTime() + 12 * HOUR) : null,
      ownerId: random.pick(library.authors),
      createdAt: new Date(at.getTime() - 2 * HOUR),
    };
    const tags = drawTags(n);
    const indexed = {
      number: row.number,
      title: headline.stems,
      body: `${standfirst.stems} ${joinStems(pieces)}`,
      tags: tags.map(({ id }) => tagStems.get(id)!).join(' '),
    };
    const hasHistory = hasDraft(n) || row.status === 'draft';
    return { row, indexed, tags, bylines: drawBylines(), sectionSlug: section.slug, hasHistory };
  };
}

export type MadeRows = ReturnType<ReturnType<typeof createArticleRows>>;
