import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listMonthTotals } from '#db/moderation/totals.ts';
import { REASON_CODES } from '#db/tables/content.ts';
import { formatMonth } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { states } from '#lib/comments/states.ts';
import { editions, localePath } from '#lib/locales.ts';
import { requestTime } from '#lib/page-request.ts';
import { readDates, readerLocale } from '../reader-page.ts';
import { SiteFrame } from '../site-frame.tsx';

type Props = { params: Promise<{ locale: string }> };

const MONTHS = 12;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await readerLocale(params);
  const t = await getTranslations({ locale, namespace: 'moderation' });
  return {
    title: t('title'),
    description: t('intro'),
    alternates: {
      canonical: localePath(locale, '/moderation'),
      languages: editions.alternates('/moderation'),
    },
  };
}

/** Decisions on readers' comments, month by month: counts and reasons, without names. */
export default async function ModerationPage({ params }: Props) {
  const locale = await readerLocale(params);
  const [t, dates] = await Promise.all([
    getTranslations({ locale, namespace: 'moderation' }),
    readDates(locale),
  ]);
  const months = await listMonthTotals({ now: requestTime(), timeZone: dates.timeZone, months: MONTHS });
  const n = (count: number) => formatNumber(count, dates);
  const cell = 'py-2 pe-4';
  return (
    <SiteFrame locale={locale} other="/moderation">
      <div className="mx-auto max-w-[660px]">
        <header className="border-b-2 border-ink pb-4">
          <h1 className="text-headline lg:text-headline-wide">{t('title')}</h1>
          <p className="mt-2 text-ui text-ink-soft">{t('intro')}</p>
        </header>
        <p className="mt-6 font-serif text-body">
          {t.rich('how', {
            policy: (chunks) => (
              <a href={localePath(locale, '/p/comments')} className="text-sea underline">
                {chunks}
              </a>
            ),
          })}
        </p>
        {months.length === 0 && <p className="py-16 text-center text-h3 text-ink-soft">{t('empty')}</p>}
        {months.map((month) => {
          const reasons = REASON_CODES.flatMap((reason) =>
            month.reasons[reason] ? [{ reason, count: month.reasons[reason] }] : [],
          );
          return (
            <section key={month.from.toISOString()} className="mt-10">
              <h2 className="text-h3 font-bold">{formatMonth(month.from, dates)}</h2>
              <table className="mt-3 w-full border-collapse text-meta">
                <tbody>
                  {states.outcomes.map((outcome) => (
                    <tr key={outcome} className="border-b border-hairline">
                      <th scope="row" className={`${cell} text-start font-normal`}>
                        {t(`outcomes.${outcome}`)}
                      </th>
                      <td className={`${cell} text-end font-bold`}>{n(month.to[outcome] ?? 0)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {reasons.length > 0 && (
                <>
                  <h3 className="mt-4 text-meta font-bold">{t('why')}</h3>
                  <ul className="mt-1 text-meta text-ink-soft">
                    {reasons.map(({ reason, count }) => (
                      <li key={reason}>{t('reasonLine', { reason: t(`reasons.${reason}`), n: n(count) })}</li>
                    ))}
                  </ul>
                </>
              )}
            </section>
          );
        })}
      </div>
    </SiteFrame>
  );
}
