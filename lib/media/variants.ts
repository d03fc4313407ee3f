/** The widths of the variants. A smaller source gets only those that it can fill. */
export const WIDTHS = [320, 640, 960, 1280, 1600] as const;
export const FORMATS = ['avif', 'webp', 'jpg'] as const;
export type Format = (typeof FORMATS)[number];

/** Crops for machines that need fixed shapes: search results, link previews. */
export const CROPS = { '16x9': 16 / 9, '4x3': 4 / 3, '1x1': 1, social: 1200 / 630 } as const;
export type Crop = keyof typeof CROPS;
export const CROP_WIDTH = 1200;

/** A picture and its focal point, in thousandths of width and height from the top left. */
export type Focused = { hash: string; focalX: number; focalY: number };

/**
 * The path (and, below the media directory, the file name) of a variant. It contains the hash of the source,
 * so the file is immutable.
 */
export const variantPath = (hash: string, width: number, format: Format): string =>
  `/media/${hash}-${width}.${format}`;

/** The name contains the focal point: moving it creates new files, and no cache shows an old crop. */
export const cropPath = ({ hash, focalX, focalY }: Focused, crop: Crop): string =>
  `/media/${hash}-${crop}-${focalX}-${focalY}.jpg`;

/** 1200×630, for link previews. */
export const socialImagePath = (picture: Focused): string => cropPath(picture, 'social');

export const documentPath = (hash: string): string => `/media/${hash}.pdf`;

/** The widths that exist for a source, in ascending order. A source narrower than all has only its own. */
export function widthsFor(sourceWidth: number): number[] {
  const fitting = WIDTHS.filter((width) => width <= sourceWidth);
  return fitting.length > 0 ? fitting : [sourceWidth];
}

/** The `srcset` of one format. */
export const srcSetOf = (source: { hash: string; width: number }, format: Format): string =>
  widthsFor(source.width)
    .map((width) => `${variantPath(source.hash, width, format)} ${width}w`)
    .join(', ');

/** The variant for browsers without `srcset` and for feed readers. */
export function plainVariant(source: { hash: string; width: number }, wanted = 640): string {
  const widths = widthsFor(source.width);
  return variantPath(source.hash, widths.includes(wanted) ? wanted : widths.at(-1)!, 'jpg');
}

/** The paths of all files of a picture or document in its current state. */
export function mediaPaths(media: Focused & { type: 'image' | 'document'; width: number }): string[] {
  if (media.type === 'document') return [documentPath(media.hash)];
  const variants = widthsFor(media.width).flatMap((width) =>
    FORMATS.map((format) => variantPath(media.hash, width, format)),
  );
  return [...variants, ...(Object.keys(CROPS) as Crop[]).map((crop) => cropPath(media, crop))];
}
