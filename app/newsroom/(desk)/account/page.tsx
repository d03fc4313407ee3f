import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { LanguageSwitch } from '#components/newsroom/frame/language-switch.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { SessionList } from '#components/newsroom/people/session-list.tsx';
import { listSessions } from '#db/people/sessions.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { returnPath } from '#lib/people/return-path.ts';
import { showAddress } from '#lib/mail/show-address.ts';
import { getDates } from '../../_dates.ts';
import { single, type Query } from '#app/_request/query.ts';
import { isHeldBack, requireStaff } from '../../_session.ts';
import { Identity } from './_identity.tsx';
import { Passkeys } from './_passkeys.tsx';
import { TwoStep } from './_two-step.tsx';
import { revoke, revokeOthers, submitNewPassword } from './actions.ts';

const NOTICES = ['revoked', 'keyRenamed', 'keyRemoved', 'keyGone', 'emailConfirmed'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.account'))('title') };
}

export default async function AccountPage({ searchParams }: { searchParams: Query }) {
  const staff = await requireStaff('enter', '/newsroom/account');
  const { person, email, sessionId } = staff;
  const query = await searchParams;
  const next = returnPath(query.next);
  const t = await getTranslations('newsroom.account');
  const language = await getTranslations('newsroom.language');
  const [sessions, dates] = await Promise.all([listSessions(person.id), getDates()]);
  const notice = NOTICES.find((each) => each === query.notice);
  const ended = /^\d{1,4}$/.test(single(query.ended)) ? Number(query.ended) : undefined;
  return (
    <div className="space-y-6">
      <div>
        <h1 className="text-h2">{t('title')}</h1>
        <p>
          <bdi className="font-medium">{person.name}</bdi> ·{' '}
          <bdi dir="ltr" className="text-ink-soft">
            {showAddress(email)}
          </bdi>
        </p>
      </div>
      {isHeldBack(staff) && (
        <Notice tone="waiting" label={t('held.label')}>
          <p>{t('held.lead')}</p>
        </Notice>
      )}
      {!isHeldBack(staff) && query.next && (
        <Notice tone="done">
          <p>{t('held.done')}</p>
          <a href={next} className={buttonStyle.text}>
            {t('held.on')}
          </a>
        </Notice>
      )}
      {notice && (
        <Notice tone={notice === 'keyGone' ? 'waiting' : 'done'}>
          <p>{t(`notices.${notice}`)}</p>
        </Notice>
      )}
      {ended !== undefined && (
        <Notice tone="done">
          <p>{t('othersRevoked', { count: ended, n: formatNumber(ended, dates) })}</p>
        </Notice>
      )}
      <Identity person={person} email={email} />
      <div id="two-step">
        <TwoStep userId={person.id} email={email} />
      </div>
      <Passkeys userId={person.id} />
      <Block title={language('title')} lead={language('lead')}>
        <LanguageSwitch className={buttonStyle.plain} />
      </Block>
      <Block title={t('sessions')} lead={t('sessionsLead')}>
        <SessionList sessions={sessions} currentId={sessionId} dates={dates} revoke={revoke} />
        {sessions.length > 1 && (
          <SafeForm action={revokeOthers} className="mt-4">
            <button className={buttonStyle.plain}>{t('revokeOthers')}</button>
          </SafeForm>
        )}
      </Block>
      <Block title={t('passwordTitle')} lead={t('passwordLead')}>
        <div className="max-w-md">
          <ActionForm
            action={submitNewPassword}
            fields={[
              {
                name: 'current',
                label: t('currentPassword'),
                isRequired: true,
                type: 'password',
                autoComplete: 'current-password',
              },
              {
                name: 'password',
                label: t('newPassword'),
                isRequired: true,
                type: 'password',
                autoComplete: 'new-password',
                hint: t('newPasswordHint'),
              },
            ]}
            submit={t('changePassword')}
            variant="plain"
          />
        </div>
      </Block>
    </div>
  );
}
