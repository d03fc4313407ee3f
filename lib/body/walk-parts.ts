import { directionOf, type Direction } from '#lib/arabic/text-direction.ts';
import { documentHref } from '#lib/media/document-name.ts';
import { plainVariant, srcSetOf } from '#lib/media/variants.ts';
import type { BodyContext } from './context.ts';
import type { Block, PictureAttrs } from './doc.ts';
import { embedFrame } from './embed-frame.ts';
import { leadsTo } from './embed-url.ts';
import type { Output } from './output.ts';
import { readableAddress } from './readable-address.ts';

const FULL = '(width >= 48rem) 660px, 100vw';
const HALF = '(width >= 48rem) 324px, 50vw';

/** The direction of a title that is not ours: of a film, a report. */
function spoken(title: string): { dir?: Direction } {
  const dir = directionOf(title);
  return dir ? { dir } : {};
}

function walkPicture<T>(
  attrs: PictureAttrs,
  sizes: string,
  { element, isFeed, base }: Output<T>,
  { pictures }: BodyContext,
): T | undefined {
  const picture = pictures.get(attrs.mediaId);
  if (!picture) return undefined;
  const alt = attrs.decorative ? '' : attrs.alt || picture.alt;
  const size = { width: String(picture.width), height: String(picture.height) };
  if (isFeed) return element('img', { src: base + plainVariant(picture, 1280), alt, ...size }, []);
  const source = (format: 'avif' | 'webp') =>
    element('source', { type: `image/${format}`, srcset: srcSetOf(picture, format), sizes }, []);
  const image = element(
    'img',
    {
      src: plainVariant(picture),
      srcset: srcSetOf(picture, 'jpg'),
      sizes,
      alt,
      ...size,
      loading: 'lazy',
      decoding: 'async',
    },
    [],
  );
  return element('picture', {}, [source('avif'), source('webp'), image]);
}

function walkCaption<T>(caption: string, credit: string, { element, text }: Output<T>): T[] {
  const parts = [
    ...(caption ? [text(`${caption} `)] : []),
    ...(credit ? [element('span', { class: 'credit' }, [text(`(${credit})`)])] : []),
  ];
  return parts.length > 0 ? [element('figcaption', {}, parts)] : [];
}

export function walkFigure<T>(
  { attrs }: Extract<Block, { type: 'figure' }>,
  output: Output<T>,
  context: BodyContext,
): T | undefined {
  const picture = walkPicture(attrs, FULL, output, context);
  if (picture === undefined) return undefined;
  const credit = attrs.credit || (context.pictures.get(attrs.mediaId)?.credit ?? '');
  return output.element('figure', { class: 'picture' }, [
    picture,
    ...walkCaption(attrs.caption, credit, output),
  ]);
}

export function walkGallery<T>(
  { attrs }: Extract<Block, { type: 'gallery' }>,
  output: Output<T>,
  context: BodyContext,
): T | undefined {
  const { element } = output;
  const items = attrs.items.flatMap((item) => {
    const picture = walkPicture(item, HALF, output, context);
    const credit = item.credit || (context.pictures.get(item.mediaId)?.credit ?? '');
    return picture === undefined
      ? []
      : [element('figure', {}, [picture, ...walkCaption(item.caption, credit, output)])];
  });
  if (items.length === 0) return undefined;
  return element('figure', { class: 'gallery' }, [
    element('div', {}, items),
    ...walkCaption(attrs.caption, '', output),
  ]);
}

export function walkEmbed<T>(
  { attrs }: Extract<Block, { type: 'embed' }>,
  { element, text, isFeed }: Output<T>,
  { words }: BodyContext,
): T {
  const { provider, url, title } = attrs;
  // An embed that was stored before hosts were checked shows its host instead of the provider that it claims.
  const kind = leadsTo(provider, url) ? words.embeds[provider] : (URL.parse(url)?.hostname ?? url);
  const link = { href: url, rel: 'noopener' };
  if (isFeed) return element('p', {}, [element('a', link, [text(title || kind)])]);
  const frame = embedFrame(provider, url);
  const card = element('a', link, [
    element('span', { class: 'embed-kind' }, [text(kind)]),
    element('span', { class: 'embed-title', ...spoken(title) }, [text(title || readableAddress(url))]),
    element('span', { class: 'embed-note' }, [text(words.embedNote)]),
  ]);
  const inPlace = frame
    ? element(
        'click-to-load',
        { 'data-src': frame.src, 'data-shape': frame.shape, 'data-title': title || kind },
        [card],
      )
    : card;
  return element('figure', { class: 'embed' }, [inPlace]);
}

export function walkReadAlso<T>(
  { attrs }: Extract<Block, { type: 'readAlso' }>,
  { element, text, base }: Output<T>,
  { cards, words }: BodyContext,
): T | undefined {
  const links = attrs.articles.flatMap((number) => cards.get(number) ?? []);
  if (links.length === 0) return undefined;
  const items = links.map(({ href, headline }) =>
    element('li', {}, [element('a', { href: base + href }, [text(headline)])]),
  );
  return element('aside', { class: 'read-also' }, [
    element('p', {}, [text(words.readAlso)]),
    element('ul', {}, items),
  ]);
}

/**
 * A link that names the document. It has no `download` attribute: the URL and the response contain the file
 * name.
 */
export function walkDocument<T>(
  { attrs }: Extract<Block, { type: 'document' }>,
  output: Output<T>,
  { documents, words }: BodyContext,
): T | undefined {
  const { element, text, isFeed, base } = output;
  const file = documents.get(attrs.mediaId);
  if (!file) return undefined;
  const title = attrs.title || file.title;
  const link = { href: base + documentHref(file.hash, title), type: 'application/pdf' };
  const note = `${words.document} · ${words.formatBytes(file.bytes)}`;
  if (isFeed) return element('p', {}, [element('a', link, [text(title)]), text(` (${note})`)]);
  return element('p', { class: 'document' }, [
    element('a', link, [
      element('span', { class: 'document-title', ...spoken(title) }, [text(title)]),
      text(' '),
      element('span', { class: 'document-note' }, [text(note)]),
    ]),
  ]);
}
