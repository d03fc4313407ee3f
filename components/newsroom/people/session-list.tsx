import { useTranslations } from 'next-intl';
import type { SessionRow } from '#db/people/sessions.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { describeUserAgent } from '#lib/people/user-agent.ts';
import { Time } from '#components/ui/time.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';

type Props = {
  sessions: SessionRow[];
  currentId: string;
  dates: DateSettings;
  revoke: (form: FormData) => Promise<void>;
};

export function SessionList({ sessions, currentId, dates, revoke }: Props) {
  const t = useTranslations('newsroom.account');
  return (
    <ul className="border-t border-hairline">
      {sessions.map(({ id, userAgent, ipAddress, createdAt }) => {
        const known = describeUserAgent(userAgent);
        const device = known ? t('device', known) : t('unknownDevice');
        return (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 border-b border-hairline py-3"
          >
            <div>
              <p>
                <bdi className="font-medium">{device}</bdi>
                {id === currentId && <span className="ms-3 text-leaf">{t('thisSession')}</span>}
              </p>
              <p className="text-caption text-ink-soft">
                <Time at={createdAt} dates={dates} />
                {ipAddress && (
                  <>
                    {' '}
                    · <bdi>{ipAddress}</bdi>
                  </>
                )}
              </p>
            </div>
            {id !== currentId && (
              <SafeForm action={revoke}>
                <button
                  name="id"
                  value={id}
                  aria-label={t('revokeLabel', { device })}
                  className={buttonStyle.risky}
                >
                  {t('revoke')}
                </button>
              </SafeForm>
            )}
          </li>
        );
      })}
    </ul>
  );
}
