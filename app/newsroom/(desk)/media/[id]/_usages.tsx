import { getTranslations } from 'next-intl/server';
import { Block } from '#components/newsroom/ui/block.tsx';
import type { MediaUsage } from '#db/media/usages.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { fieldIn } from '#lib/locales.ts';

/** The newsroom's page for the item that uses a file. */
function hrefOf({ usedIn, id, number }: MediaUsage): string {
  if (usedIn === 'author') return `/newsroom/authors/${id}`;
  if (usedIn === 'page') return '/newsroom/pages';
  if (usedIn === 'setting') return '/newsroom/settings';
  return usedIn === 'live_entry' ? `/newsroom/articles/${number}/live` : `/newsroom/articles/${number ?? id}`;
}

export async function UsageList({ usages, dates }: { usages: MediaUsage[]; dates: DateSettings }) {
  const t = await getTranslations('newsroom.media.item');
  return (
    <Block title={t('usages')}>
      {usages.length === 0 ? (
        <p className="text-ink-soft">{t('unused')}</p>
      ) : (
        <ul className="divide-y divide-hairline border-t border-hairline">
          {usages.map((usage) => {
            const kind = t(`usedIn.${usage.usedIn}`);
            const title = fieldIn('title', usage, dates.locale);
            return (
              <li key={`${usage.usedIn} ${usage.id}`} className="py-1">
                <span className="text-caption text-ink-soft">{title && kind}</span>
                <a
                  href={hrefOf(usage)}
                  className="flex min-h-11 items-center text-sea underline hover:text-ink"
                >
                  <bdi>{title || kind}</bdi>
                </a>
              </li>
            );
          })}
        </ul>
      )}
    </Block>
  );
}
