import { cropPath, variantPath, widthsFor, type Focused } from '#lib/media/variants.ts';

/** The link preview of a page without a picture. */
export const siteImage = { url: '/social-default.png', width: 1200, height: 630 };

/** The largest JPEG of a picture, for machines that need a single file. */
export function leadImage({ hash, width, height }: { hash: string; width: number; height: number }) {
  const widest = widthsFor(width).at(-1)!;
  return {
    path: variantPath(hash, widest, 'jpg'),
    width: widest,
    height: Math.round((height * widest) / width),
  };
}

/** The shapes that search engines require, each cropped around the focal point. */
export const searchImages = (image: Focused): string[] =>
  (['16x9', '4x3', '1x1'] as const).map((crop) => cropPath(image, crop));
