import { variantPath, widthsFor } from '#lib/media/variants.ts';

/** The card of a page that has no picture of its own. */
export const siteImage = { url: '/social-default.png', width: 1200, height: 630 };

/** The largest JPEG of a picture, for machines that take one. */
export function leadImage({ hash, width, height }: { hash: string; width: number; height: number }) {
  const widest = widthsFor(width).at(-1)!;
  return { path: variantPath(hash, widest, 'jpg'), width: widest, height: Math.round((height * widest) / width) };
}
