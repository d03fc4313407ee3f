import type { Media } from '#db/tables/tables.ts';
import { MediaThumb } from './media-thumb.tsx';

type Props = { media: Media; href: string; words: { noAlt: string; noCredit: string; used: string } };

/**
 * One file of the library: its content, its credit, whether it is used. Details that are missing for
 * publication are highlighted.
 */
export function MediaCard({ media, href, words }: Props) {
  const isPicture = media.type === 'image';
  return (
    <article className="flex h-full flex-col gap-2">
      <a
        href={href}
        tabIndex={-1}
        aria-hidden="true"
        className="block overflow-hidden rounded-paper border border-hairline hover:border-sea"
      >
        <MediaThumb media={media} sizes="(width >= 64rem) 220px, (width >= 40rem) 30vw, 45vw" />
      </a>
      <div className="min-w-0">
        <h3 className="line-clamp-2 font-medium">
          <a href={href} className="wrap-anywhere hover:text-sea">
            <bdi>{media.alt || media.fileName}</bdi>
          </a>
        </h3>
        <p className="text-caption text-ink-soft">
          {media.credit ? (
            <bdi>{media.credit}</bdi>
          ) : (
            isPicture && <span className="text-amber">{words.noCredit}</span>
          )}
          {isPicture && !media.alt && (
            <>
              <span aria-hidden="true"> · </span>
              <span className="text-amber">{words.noAlt}</span>
            </>
          )}
        </p>
        <p className="text-caption text-ink-soft">{words.used}</p>
      </div>
    </article>
  );
}
