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
/** By the names they have in HTML. */
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

/** What a body becomes: React nodes for a page, a string for a feed. */
export type Output<T> = {
  element: (name: ElementName, attributes: Attributes, children: T[]) => T;
  /** A text of its own (a caption, a title), with what runs the other way in its own order. */
  text: (text: string) => T;
  /** A piece of a line whose runs were parted before. */
  piece: (text: string) => T;
  /** Which way the edition runs. */
  dir: Dir;
  /** Feed readers know neither our style sheet nor where we are. */
  isFeed: boolean;
  /** What own addresses begin with. */
  base: string;
};
