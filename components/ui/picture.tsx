import { cropPosition } from '#lib/media/crop-box.ts';
import { FORMATS, plainVariant, srcSetOf, type Format } from '#lib/media/variants.ts';

export type PictureSource = {
  hash: string;
  width: number;
  height: number;
  alt: string;
  focalX?: number;
  focalY?: number;
};

type Props = {
  source: PictureSource;
  sizes: string;
  className?: string;
  /** Whether this is the first picture of the page, which loads at once. */
  first?: boolean;
  alt?: string;
  /** The aspect ratio to which the stylesheet crops the picture. With it the crop keeps the focal point. */
  cutTo?: number;
};

const TYPES: Record<Format, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' };

/**
 * The focal point in tenths, as the stylesheet has them: our pages allow no inline styles. The middle needs
 * none.
 */
function focusOf(source: PictureSource, ratio: number): number | undefined {
  const tenth = Math.round(
    cropPosition(source, ratio, { focalX: source.focalX ?? 500, focalY: source.focalY ?? 500 }) / 10,
  );
  return tenth === 5 ? undefined : tenth;
}

/** A picture in ready-made variants; the only place that decides which widths a browser may choose from. */
export function Picture({ source, sizes, className = '', first = false, alt = source.alt, cutTo }: Props) {
  const focus = cutTo && focusOf(source, cutTo);
  return (
    <picture>
      {FORMATS.filter((format) => format !== 'jpg').map((format) => (
        <source key={format} type={TYPES[format]} srcSet={srcSetOf(source, format)} sizes={sizes} />
      ))}
      <img
        src={plainVariant(source)}
        srcSet={srcSetOf(source, 'jpg')}
        sizes={sizes}
        width={source.width}
        height={source.height}
        alt={alt}
        loading={first ? 'eager' : 'lazy'}
        {...(first && { fetchPriority: 'high' })}
        decoding={first ? 'sync' : 'async'}
        {...(focus !== undefined && { 'data-focus': focus })}
        className={`h-auto w-full bg-hairline ${className}`}
      />
    </picture>
  );
}
