import { socialImagePath, variantPath, widthsFor } from '#lib/media/variants.ts';

/** The largest JPEG of a picture, for machines that take one; of a source too small for variants, the preview card. */
export function leadImage({ hash, width, height }: { hash: string; width: number; height: number }) {
  const widest = widthsFor(width).at(-1);
  if (!widest) return { path: socialImagePath(hash), width: 1200, height: 630 };
  return { path: variantPath(hash, widest, 'jpg'), width: widest, height: Math.round((height * widest) / width) };
}
