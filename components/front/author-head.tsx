import type { AuthorLink } from '#db/tables/library.ts';
import type { Locale } from '#lib/locales.ts';
import { mixedText } from '#lib/text/mixed-text.ts';
import { Picture, type PictureSource } from '../ui/picture.tsx';

type Props = { title: string; bio: string; links: AuthorLink[]; image: PictureSource | null; locale: Locale };

/** Picture, title, biography and links of an author, under the name. */
export function AuthorHead({ title, bio, links, image, locale }: Props) {
  return (
    <div className="mt-2 flex flex-wrap items-start gap-x-6 gap-y-3">
      {image && (
        <div className="size-24 shrink-0 overflow-hidden rounded-paper">
          <Picture source={image} sizes="96px" className="size-24 object-cover" />
        </div>
      )}
      <div className="max-w-[660px] text-ui">
        {title && <p className="font-bold">{mixedText(title, locale)}</p>}
        {bio && <p className="text-ink-soft">{mixedText(bio, locale)}</p>}
        {links.length > 0 && (
          <ul className="flex flex-wrap gap-x-6">
            {links.map(({ label, url }) => (
              <li key={url}>
                <a
                  href={url}
                  rel="noopener me"
                  className="inline-flex min-h-11 items-center text-sea underline hover:text-ink"
                >
                  {mixedText(label, locale)}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
