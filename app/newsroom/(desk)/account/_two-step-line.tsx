import { getTranslations } from 'next-intl/server';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { Time } from '#components/ui/time.tsx';
import { getDates } from '../../_dates.ts';

/** Shown on every page until the second step is set up: the date from which nothing is open without it. */
export async function TwoStepLine({ due }: { due: Date }) {
  const [t, dates] = await Promise.all([getTranslations('newsroom.twoStep'), getDates()]);
  return (
    <div className="mb-6">
      <Notice tone="waiting" label={t('dueLabel')}>
        <p>{t.rich('dueBy', { time: () => <Time at={due} dates={dates} show="date" /> })}</p>
        <a href="/newsroom/account#two-step" className="inline-flex min-h-11 items-center text-sea underline">
          {t('dueLink')}
        </a>
      </Notice>
    </div>
  );
}
