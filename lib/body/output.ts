type ElementName =
  | 'a' | 'aside' | 'blockquote' | 'br' | 'click-to-load' | 'code' | 'div' | 'em' | 'figcaption' | 'figure' | 'h2' | 'h3' | 'hr' | 'img' | 'li' | 'ol' | 'p'
  | 'picture' | 'pre' | 'source' | 'span' | 'strong' | 'table' | 'tbody' | 'td' | 'th' | 'time' | 'tr' | 'ul';
/** By the names they have in HTML. */
type AttributeName =
  | 'alt' | 'class' | 'colspan' | 'data-shape' | 'data-src' | 'data-title' | 'datetime' | 'decoding' | 'dir' | 'height' | 'href' | 'loading' | 'rel' | 'rowspan'
  | 'sizes' | 'src' | 'srcset' | 'tabindex' | 'role' | 'aria-label' | 'type' | 'width';
export type Attributes = Partial<Record<AttributeName, string>>;

/** What a body becomes: React nodes for a page, a string for a feed. */
export type Output<T> = {
  element: (name: ElementName, attributes: Attributes, children: T[]) => T;
  text: (text: string) => T;
  /** Feed readers know neither our style sheet nor where we are. */
  isFeed: boolean;
  /** What own addresses begin with. */
  base: string;
};
