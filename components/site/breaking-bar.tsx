import { useTranslations } from 'next-intl';
import type { BreakingCard } from '#db/front/breaking.ts';
import { articlePath } from '#lib/articles/path.ts';
import { isoDate } from '#lib/arabic/dates.ts';
import { mixedText } from '#lib/text/mixed-text.ts';

/**
 * One link a headline, on one line where it fits; phones do not cut it. Several headlines are below each
 * other; nothing moves. Each ends at the time that the newsroom set: the next page load omits it, and
 * reader/breaking-bar.ts removes it from an open page.
 */
export function BreakingBar({ cards }: { cards: BreakingCard[] }) {
  const t = useTranslations('site');
  return (
    <breaking-bar class="no-print block">
      <aside aria-label={t('breaking')} className="border-b border-hairline">
        <div className="mx-auto flex max-w-[1240px] items-baseline gap-3 px-4 sm:px-6 lg:px-8">
          <strong className="shrink-0 text-meta font-bold text-madder">{t('breaking')}</strong>{' '}
          <ul className="min-w-0 flex-1 divide-y divide-hairline">
            {cards.map((card) => (
              <li key={card.id} data-until={isoDate(card.breakingUntil)}>
                <a
                  href={articlePath(card)}
                  className="block py-2.5 text-ui font-medium text-pretty hover:text-madder sm:truncate"
                >
                  {mixedText(card.headline, card.locale)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </aside>
    </breaking-bar>
  );
}
