import type { Dir } from './split-runs.ts';

type ElementName =
  | 'a'
  | 'aside'
  | 'bdi'
  | 'blockquote'
  | 'br'
  | 'click-to-load'
  | 'code'
  | 'div'
  | 'em'
  | 'figcaption'
  | 'figure'
  | 'h2'
  | 'h3'
  | 'hr'
  | 'img'
  | 'li'
  | 'ol'
  | 'p'
  | 'picture'
  | 'pre'
  | 's'
  | 'source'
  | 'span'
  | 'strong'
  | 'sub'
  | 'sup'
  | 'table'
  | 'tbody'
  | 'td'
  | 'th'
  | 'time'
  | 'tr'
  | 'ul';
/** With the names that they have in HTML. */
type AttributeName =
  | 'alt'
  | 'class'
  | 'colspan'
  | 'data-shape'
  | 'data-src'
  | 'data-title'
  | 'datetime'
  | 'decoding'
  | 'dir'
  | 'download'
  | 'height'
  | 'href'
  | 'loading'
  | 'rel'
  | 'rowspan'
  | 'sizes'
  | 'src'
  | 'srcset'
  | 'start'
  | 'tabindex'
  | 'role'
  | 'aria-label'
  | 'type'
  | 'width';
export type Attributes = Partial<Record<AttributeName, string>>;

/** The render target of a body: React nodes for a page, a string for a feed. */
export type Output<T> = {
  element: (name: ElementName, attributes: Attributes, children: T[]) => T;
  /** A complete text (a caption, a title), whose runs of the other direction are isolated. */
  text: (text: string) => T;
  /** A piece of a line whose runs were isolated before. */
  piece: (text: string) => T;
  /** The direction of the edition. */
  dir: Dir;
  /** Feed readers have neither our stylesheet nor our base URL. */
  isFeed: boolean;
  /** The prefix of our own addresses. */
  base: string;
};
