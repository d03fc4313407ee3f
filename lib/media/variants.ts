/** Widths made of every picture; a smaller source gets only those it can fill. */
export const WIDTHS = [320, 640, 960, 1280, 1600] as const;
export const FORMATS = ['avif', 'webp', 'jpg'] as const;
export type Format = (typeof FORMATS)[number];

/** Cuts for machines that show a picture in a shape of their own: search results, link previews. */
export const CROPS = { '16x9': 16 / 9, '4x3': 4 / 3, '1x1': 1, social: 1200 / 630 } as const;
export type Crop = keyof typeof CROPS;
export const CROP_WIDTH = 1200;

/** A picture and what its cuts keep in the middle, in thousandths of width and height from the top left. */
export type Focused = { hash: string; focalX: number; focalY: number };

/**
 * The address (and below the media folder the file name) of one variant; the hash of the source makes it
 * immutable.
 */
export const variantPath = (hash: string, width: number, format: Format): string =>
  `/media/${hash}-${width}.${format}`;

/** The focal point stands in the name: a moved one makes new files, and no cache shows an old cut. */
export const cropPath = ({ hash, focalX, focalY }: Focused, crop: Crop): string =>
  `/media/${hash}-${crop}-${focalX}-${focalY}.jpg`;

/** 1200×630, for link previews. */
export const socialImagePath = (picture: Focused): string => cropPath(picture, 'social');

export const documentPath = (hash: string): string => `/media/${hash}.pdf`;

/** The widths that stand ready of a source, from narrow to wide; a source narrower than all has its own. */
export function widthsFor(sourceWidth: number): number[] {
  const fitting = WIDTHS.filter((width) => width <= sourceWidth);
  return fitting.length > 0 ? fitting : [sourceWidth];
}

/** One format's `srcset`. */
export const srcSetOf = (source: { hash: string; width: number }, format: Format): string =>
  widthsFor(source.width)
    .map((width) => `${variantPath(source.hash, width, format)} ${width}w`)
    .join(', ');

/** What a browser without `srcset`, or a feed reader, is given. */
export function plainVariant(source: { hash: string; width: number }, wanted = 640): string {
  const widths = widthsFor(source.width);
  return variantPath(source.hash, widths.includes(wanted) ? wanted : widths.at(-1)!, 'jpg');
}

/** The addresses of all files that belong to a picture or document as it stands. */
export function mediaPaths(media: Focused & { type: 'image' | 'document'; width: number }): string[] {
  if (media.type === 'document') return [documentPath(media.hash)];
  const variants = widthsFor(media.width).flatMap((width) =>
    FORMATS.map((format) => variantPath(media.hash, width, format)),
  );
  return [...variants, ...(Object.keys(CROPS) as Crop[]).map((crop) => cropPath(media, crop))];
}
