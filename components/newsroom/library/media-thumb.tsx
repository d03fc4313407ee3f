import { srcSetOf, plainVariant } from '#lib/media/variants.ts';
import { Icon } from '#components/ui/icon.tsx';

type Props = {
  media: { type: 'image' | 'document'; hash: string; width: number; height: number };
  sizes: string;
};

/**
 * A whole picture in a frame of the desk's colour, or a document's icon. Hidden from screen readers: its name
 * is next to it.
 */
export function MediaThumb({ media, sizes }: Props) {
  if (media.type === 'document') {
    return (
      <span className="flex aspect-3/2 items-center justify-center bg-hairline text-ink-soft">
        <Icon name="document" className="size-12" />
      </span>
    );
  }
  return (
    <picture>
      <source type="image/avif" srcSet={srcSetOf(media, 'avif')} sizes={sizes} />
      <img
        src={plainVariant(media, 320)}
        alt=""
        width={media.width}
        height={media.height}
        loading="lazy"
        decoding="async"
        className="aspect-3/2 w-full bg-hairline object-contain"
      />
    </picture>
  );
}
