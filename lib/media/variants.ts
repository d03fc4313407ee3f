/** Widths made of every picture; a smaller source gets only those it can fill. */
export const WIDTHS = [320, 640, 960, 1280] as const;
export const FORMATS = ['avif', 'webp', 'jpg'] as const;
export type Format = (typeof FORMATS)[number];

/** The address (and below the media folder the file name) of one variant; the hash of the source makes it immutable. */
export const variantPath = (hash: string, width: number, format: Format): string => `/media/${hash}-${width}.${format}`;

/** 1200×630, for link previews. */
export const socialImagePath = (hash: string): string => `/media/${hash}-social.jpg`;

/** The widths that stand ready of a source, from narrow to wide; a source narrower than all has its own. */
export function widthsFor(sourceWidth: number): number[] {
  const fitting = WIDTHS.filter((width) => width <= sourceWidth);
  return fitting.length > 0 ? fitting : [sourceWidth];
}

/** One format's `srcset`. */
export const srcSetOf = (source: { hash: string; width: number }, format: Format): string =>
  widthsFor(source.width).map((width) => `${variantPath(source.hash, width, format)} ${width}w`).join(', ');

/** What a browser without `srcset`, or a feed reader, is given. */
export function plainVariant(source: { hash: string; width: number }, wanted = 640): string {
  const widths = widthsFor(source.width);
  return variantPath(source.hash, widths.includes(wanted) ? wanted : widths.at(-1)!, 'jpg');
}
