import { getTranslations } from 'next-intl/server';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { Time } from '#components/ui/time.tsx';
import { getClockHold } from '#db/privacy/clock.ts';
import { can, type Person } from '#lib/people/can.ts';
import { getDates } from '../_dates.ts';
import { confirmClockAction } from './clock-actions.ts';

/**
 * Says that old data is not deleted, because the clock has moved too far. An administrator can confirm that
 * the clock is right.
 */
export async function ClockHold({ person }: { person: Person }) {
  const now = new Date();
  const seen = await getClockHold(now);
  if (!seen) return null;
  const [t, dates] = await Promise.all([getTranslations('newsroom.dashboard'), getDates()]);
  return (
    <div role="status" className="space-y-3 border-s-4 border-amber ps-3">
      <p>
        {t.rich('clockHold', {
          seen: () => <Time at={seen} dates={dates} show="fullDate" />,
          now: () => <Time at={now} dates={dates} show="fullDate" />,
        })}
      </p>
      {can(person, 'settings') ? (
        <SafeForm action={confirmClockAction}>
          <button className={buttonStyle.plain}>{t('clockConfirm')}</button>
        </SafeForm>
      ) : (
        <p className="text-ink-soft">{t('clockAdmin')}</p>
      )}
    </div>
  );
}
