import { MediaThumb } from './media-thumb.tsx';
import type { PickedMedia } from './picked-media.ts';

type Props = {
  media: PickedMedia;
  unnamed: string;
  /**
   * Its position among the chosen files, from 1. Undefined if it is not chosen, and where one press is
   * enough.
   */
  place?: number | undefined;
  isChosen?: boolean | undefined;
  onPress: () => void;
};

/** A file of the library that can be chosen. */
export function MediaPickerItem({ media, unnamed, place, isChosen, onPress }: Props) {
  const name = media.type === 'document' ? media.caption || media.fileName : media.alt || media.fileName;
  return (
    <button
      type="button"
      onClick={onPress}
      data-pick={media.id}
      {...(isChosen !== undefined && { 'aria-pressed': isChosen })}
      className="relative block w-full text-start hover:text-sea aria-pressed:outline-3 aria-pressed:outline-offset-2 aria-pressed:outline-sea"
    >
      <MediaThumb media={media} sizes="(width >= 48rem) 200px, 45vw" />
      {place !== undefined && (
        <span className="absolute start-1 top-1 inline-flex size-8 items-center justify-center rounded-full bg-sea font-medium text-sheet">
          {place}
        </span>
      )}
      <bdi className="mt-1 line-clamp-2 wrap-anywhere">{name || unnamed}</bdi>
      {media.credit && <bdi className="block text-caption text-ink-soft">{media.credit}</bdi>}
    </button>
  );
}
