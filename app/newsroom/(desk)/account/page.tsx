import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/action-form.tsx';
import { Block } from '#components/newsroom/block.tsx';
import { buttonStyle } from '#components/newsroom/button.ts';
import { Notice } from '#components/newsroom/notice.tsx';
import { SessionList } from '#components/newsroom/session-list.tsx';
import { listSessions } from '#db/sessions.ts';
import { getDateSettings } from '#db/settings.ts';
import { single, type Query } from '../../_query.ts';
import { requireStaff } from '../../_session.ts';
import { TwoStep } from './_two-step.tsx';
import { revoke, revokeOthers, submitNewPassword } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.account'))('title') };
}

export default async function AccountPage({ searchParams }: { searchParams: Query }) {
  const { person, email, sessionId } = await requireStaff('enter', '/newsroom/account');
  const query = await searchParams;
  const t = await getTranslations('newsroom.account');
  const [sessions, dates] = await Promise.all([listSessions(person.id), getDateSettings('ar')]);
  const ended = /^\d{1,4}$/.test(single(query.ended)) ? Number(query.ended) : undefined;
  return (
    <div className="space-y-6">
      <div>
        <h1 className="text-h2">{t('title')}</h1>
        <p><bdi className="font-medium">{person.name}</bdi> · <bdi className="text-ink-soft">{email}</bdi></p>
      </div>
      {query.notice === 'revoked' && <Notice tone="done"><p>{t('revoked')}</p></Notice>}
      {ended !== undefined && <Notice tone="done"><p>{t('othersRevoked', { count: ended, n: String(ended) })}</p></Notice>}
      <TwoStep userId={person.id} email={email} />
      <Block title={t('sessions')} lead={t('sessionsLead')}>
        <SessionList sessions={sessions} currentId={sessionId} dates={dates} revoke={revoke} />
        {sessions.length > 1 && (
          <form action={revokeOthers} className="mt-4"><button className={buttonStyle.plain}>{t('revokeOthers')}</button></form>
        )}
      </Block>
      <Block title={t('passwordTitle')} lead={t('passwordLead')}>
        <div className="max-w-md">
          <ActionForm
            action={submitNewPassword}
            fields={[
              { name: 'current', label: t('currentPassword'), type: 'password', autoComplete: 'current-password' },
              { name: 'password', label: t('newPassword'), type: 'password', autoComplete: 'new-password', hint: t('newPasswordHint') },
            ]}
            submit={t('changePassword')}
            look="plain"
          />
        </div>
      </Block>
    </div>
  );
}
