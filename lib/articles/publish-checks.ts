import { countCharacters } from '#lib/arabic/count-characters.ts';
import type { ArticleContent } from './content.ts';
import { docText } from '#lib/body/doc-text.ts';
import type { Doc, PictureAttrs } from '#lib/body/doc.ts';

/** Longer headlines are cut in lists, feeds and search results. */
export const HEADLINE_GUIDE = 90;

export const PUBLISH_CHECKS = [
  'section',
  'headline',
  'body',
  'tags',
  'pictureMissing',
  'documentMissing',
  'alt',
  'credit',
  'headlineLong',
  'standfirst',
  'byline',
  'bylineGone',
  'entriesHidden',
  'privateLink',
  'hiddenArticle',
  'breakingPast',
  'commentsPast',
] as const;
export type PublishCheck = (typeof PUBLISH_CHECKS)[number];
/** `stop` prevents publishing; `warn` is shown and left to the editor. */
export type PublishFault = {
  key: PublishCheck;
  level: 'stop' | 'warn';
  /** Where in the content: `lead`, `body.3`, `body.3.1` (block, item of a gallery). */
  at?: string;
};

/** The known sections, authors and media that a content refers to by id. */
export type PublishAssets = {
  sectionIds: ReadonlySet<string>;
  authorIds: ReadonlySet<string>;
  /** Whether it has live entries. */
  hasEntries: boolean;
  media: ReadonlyMap<string, { alt: string; credit: string }>;
  /** The numbers of the articles that readers can see. */
  visibleNumbers: ReadonlySet<number>;
  /** Our own URL, to detect links into the newsroom. */
  siteUrl: string;
  now: Date;
};

type Picture = {
  at: string;
  attrs: Pick<PictureAttrs, 'mediaId' | 'alt' | 'decorative'> & { credit: string };
};

function picturesOf({ lead, body }: Pick<ArticleContent, 'lead' | 'body'>): Picture[] {
  const first: Picture[] = lead.mediaId ? [{ at: 'lead', attrs: { ...lead, mediaId: lead.mediaId } }] : [];
  return [...first, ...picturesIn(body)];
}

function picturesIn(body: Doc): Picture[] {
  const pictures: Picture[] = [];
  for (const [place, node] of body.content.entries()) {
    if (node.type === 'figure') pictures.push({ at: `body.${place}`, attrs: node.attrs });
    if (node.type === 'gallery')
      pictures.push(...node.attrs.items.map((attrs, item) => ({ at: `body.${place}.${item}`, attrs })));
  }
  return pictures;
}

export type PictureFault = 'pictureMissing' | 'alt' | 'credit';

function pictureFaults(
  { at, attrs }: Picture,
  media: PublishAssets['media'],
): (PublishFault & { key: PictureFault })[] {
  const known = media.get(attrs.mediaId);
  if (!known) return [{ key: 'pictureMissing', level: 'stop', at }];
  const isDescribed = attrs.decorative || attrs.alt.trim() !== '' || known.alt.trim() !== '';
  const isCredited = attrs.credit.trim() !== '' || known.credit.trim() !== '';
  return [
    ...(isDescribed ? [] : [{ key: 'alt' as const, level: 'stop' as const, at }]),
    ...(isCredited ? [] : [{ key: 'credit' as const, level: 'stop' as const, at }]),
  ];
}

/**
 * Faults of the pictures in a body without an article, such as a live entry. With several pictures each fault
 * has its picture's number.
 */
export function findPictureFaults(
  body: Doc,
  media: PublishAssets['media'],
): { fault: PictureFault; picture?: number }[] {
  const pictures = picturesIn(body);
  return pictures.flatMap((picture, n) =>
    pictureFaults(picture, media).map(({ key }) => ({
      fault: key,
      ...(pictures.length > 1 && { picture: n + 1 }),
    })),
  );
}

/** All addresses in a block, at any depth. */
function hrefsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(hrefsIn);
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) =>
    (key === 'href' || key === 'url') && typeof value === 'string' ? [value] : hrefsIn(value),
  );
}

const PRIVATE_PATHS = /^\/(?:newsroom|(?:en\/)?preview)(?:\/|$)/;
const PRIVATE_HOSTS = /^(?:localhost|127\.|10\.|192\.168\.|\[::1\])/;

function leadsInside(href: string, siteUrl: string): boolean {
  const url = URL.parse(href);
  if (!url) return false;
  const isOurs = url.host === new URL(siteUrl).host;
  return isOurs ? PRIVATE_PATHS.test(url.pathname) : PRIVATE_HOSTS.test(url.hostname);
}

function bodyFaults(body: Doc, { visibleNumbers, siteUrl, media }: PublishAssets): PublishFault[] {
  return body.content.flatMap((node, place) => {
    const at = `body.${place}`;
    const faults: PublishFault[] = [];
    if (hrefsIn(node).some((href) => leadsInside(href, siteUrl)))
      faults.push({ key: 'privateLink', level: 'warn', at });
    if (node.type === 'document' && !media.has(node.attrs.mediaId))
      faults.push({ key: 'documentMissing', level: 'stop', at });
    if (node.type === 'readAlso' && node.attrs.articles.some((number) => !visibleNumbers.has(number)))
      faults.push({ key: 'hiddenArticle', level: 'warn', at });
    return faults;
  });
}

const isPast = (moment: string | null, now: Date) => moment !== null && Date.parse(moment) <= now.getTime();
const hasBlocks = (body: Doc) =>
  body.content.some(
    (node) =>
      node.type === 'figure' || node.type === 'gallery' || node.type === 'embed' || node.type === 'document',
  );

/** The faults of a content before publication: first those that prevent it, then warnings. */
export function findPublishFaults(content: ArticleContent, assets: PublishAssets): PublishFault[] {
  const stops: [PublishCheck, boolean][] = [
    ['section', !assets.sectionIds.has(content.sectionId)],
    ['headline', content.headline.trim() === ''],
    // The text of live coverage is in its entries.
    ['body', content.kind === 'article' && docText(content.body).trim() === '' && !hasBlocks(content.body)],
    ['pictureMissing', content.socialMediaId !== null && !assets.media.has(content.socialMediaId)],
  ];
  const bylines = content.authorIds.filter((id) => assets.authorIds.has(id));
  const warnings: [PublishCheck, boolean][] = [
    ['headlineLong', countCharacters(content.headline) > HEADLINE_GUIDE],
    ['standfirst', content.standfirst.trim() === ''],
    ['tags', content.tags.length === 0],
    ['byline', bylines.length === 0 && content.source.trim() === ''],
    ['bylineGone', bylines.length < content.authorIds.length],
    ['entriesHidden', assets.hasEntries && content.kind !== 'live'],
    ['breakingPast', isPast(content.breakingUntil, assets.now)],
    ['commentsPast', content.commentsOpen && isPast(content.commentsCloseAt, assets.now)],
  ];
  return [
    ...stops.flatMap(([key, isFaulty]) => (isFaulty ? [{ key, level: 'stop' as const }] : [])),
    ...picturesOf(content).flatMap((picture) => pictureFaults(picture, assets.media)),
    ...warnings.flatMap(([key, isFaulty]) => (isFaulty ? [{ key, level: 'warn' as const }] : [])),
    ...bodyFaults(content.body, assets),
  ];
}

export const stopsPublishing = (faults: PublishFault[]): boolean =>
  faults.some(({ level }) => level === 'stop');
