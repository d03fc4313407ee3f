import { FORMATS, plainVariant, srcSetOf, type Format } from '#lib/media/variants.ts';

export type PictureSource = { hash: string; width: number; height: number; alt: string };

type Props = { source: PictureSource; sizes: string; className?: string; /** The first picture of a page: fetched at once. */ first?: boolean; alt?: string };

const TYPES: Record<Format, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' };

/** A picture in ready-made variants; the only place that decides which widths a browser may choose from. */
export function Picture({ source, sizes, className = '', first = false, alt = source.alt }: Props) {
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
        className={`h-auto w-full bg-hairline ${className}`}
      />
    </picture>
  );
}
