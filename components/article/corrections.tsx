import { useTranslations } from 'next-intl';
import type { Correction } from '#db/tables/tables.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { mixedText } from '#lib/text/mixed-text.ts';
import { Time } from '../ui/time.tsx';

export function Corrections({ corrections, dates }: { corrections: Correction[]; dates: DateSettings }) {
  const t = useTranslations('article');
  if (corrections.length === 0) return null;
  return (
    <section aria-label={t('correctionsTitle')} className="mt-10 flex flex-col gap-4">
      {corrections.map((correction) => (
        <div key={correction.id} className="border-s-3 border-amber bg-sheet p-4">
          <p className="text-meta text-ink-soft">
            <strong className="font-bold text-amber">{t(`correctionKinds.${correction.kind}`)}</strong> ·{' '}
            <Time at={correction.publishedAt} dates={dates} />
          </p>
          <p className="mt-1 font-serif text-comment">{mixedText(correction.text, dates.locale)}</p>
        </div>
      ))}
    </section>
  );
}
