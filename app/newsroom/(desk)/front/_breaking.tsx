import { getTranslations } from 'next-intl/server';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { Time } from '#components/ui/time.tsx';
import { BREAKING_LINES, listBreaking, listBreakingLater } from '#db/front/breaking.ts';
import type { FrontPage } from '#db/front/page.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import type { Locale } from '#lib/locales.ts';
import { stopBreaking } from './actions.ts';

/** What is breaking, until when, and where readers see it. */
export async function Breaking({
  edition,
  front,
  dates,
}: {
  edition: Locale;
  front: FrontPage;
  dates: DateSettings;
}) {
  const now = new Date();
  const [t, broken, later] = await Promise.all([
    getTranslations('newsroom.front'),
    listBreaking(edition, now),
    listBreakingLater(edition, now),
  ]);
  const inBar = new Set(front.breaking.map((card) => card.id));
  return (
    <Block
      title={t('breaking.title')}
      lead={t('breaking.lead', { count: BREAKING_LINES, n: formatNumber(BREAKING_LINES, dates) })}
      aside={
        <a href={`/newsroom/front?edition=${edition}&place=breaking#choose`} className={buttonStyle.text}>
          {t('breaking.add')}
        </a>
      }
    >
      {broken.length + later.length === 0 && <p className="text-ink-soft">{t('breaking.none')}</p>}
      <ul className="divide-y divide-hairline">
        {broken.map((card) => (
          <li key={card.id} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
            <div className="min-w-0 flex-1 basis-60">
              <p className="font-medium">
                <bdi lang={edition}>{card.headline}</bdi>
              </p>
              <p className="text-caption text-ink-soft">
                {t.rich('breaking.until', { time: () => <Time at={card.breakingUntil} dates={dates} /> })} ·{' '}
                {t(inBar.has(card.id) ? 'breaking.inBar' : 'breaking.onPage')}
              </p>
            </div>
            <SafeForm action={stopBreaking}>
              <input type="hidden" name="edition" value={edition} />
              <input type="hidden" name="articleId" value={card.id} />
              <button className={buttonStyle.plain}>
                {t('breaking.end')}
                <span className="sr-only">
                  : <bdi lang={edition}>{card.headline}</bdi>
                </span>
              </button>
            </SafeForm>
          </li>
        ))}
        {later.map((card) => (
          <li key={card.id} className="py-2">
            <p className="font-medium">
              <bdi lang={edition}>{card.headline}</bdi>
            </p>
            <p className="text-caption text-amber">
              {t.rich('breaking.later', { time: () => <Time at={card.publishedAt} dates={dates} /> })}
            </p>
          </li>
        ))}
      </ul>
    </Block>
  );
}
