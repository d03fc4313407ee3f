import { useTranslations } from 'next-intl';
import type { Correction } from '#db/tables/tables.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { mixedText } from '#lib/text/mixed-text.ts';
import { Time } from '../ui/time.tsx';
import { Corrections } from './corrections.tsx';

/**
 * Replaces the text of a retracted article: says that it was retracted, when and why, and lists earlier
 * corrections.
 */
export function Retraction({ corrections, dates }: { corrections: Correction[]; dates: DateSettings }) {
  const t = useTranslations('article.retraction');
  const notices = corrections.filter(({ kind }) => kind === 'retraction');
  return (
    <>
      <section aria-labelledby="retraction" className="mt-8 border-s-3 border-madder bg-sheet p-4 sm:p-6">
        <h2 id="retraction" className="text-h3 text-madder">
          {t('title')}
        </h2>
        <p className="mt-1 text-ui text-ink-soft">{t('lead')}</p>
        {notices.map((notice) => (
          <div key={notice.id} className="mt-4">
            <p className="text-meta text-ink-soft">
              <Time at={notice.publishedAt} dates={dates} />
            </p>
            <p className="mt-1 font-serif text-comment whitespace-pre-line">
              {mixedText(notice.text, dates.locale)}
            </p>
          </div>
        ))}
      </section>
      <Corrections corrections={corrections.filter(({ kind }) => kind !== 'retraction')} dates={dates} />
    </>
  );
}
