import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { InvitationList } from '#components/newsroom/people/invitation-list.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { PersonCard } from '#components/newsroom/people/person-card.tsx';
import { listPeople } from '#db/people/people.ts';
import { listInvitations } from '#db/people/staff.ts';
import { isolate } from '#lib/arabic/bidi.ts';
import { ROLES } from '#lib/people/can.ts';
import { env } from '#lib/env.ts';
import { getDates } from '../../_dates.ts';
import { single, type Query } from '#app/_request/query.ts';
import { requireStaff } from '../../_session.ts';
import { changeIdentity, changePerson, giveResetLink, invite, renew, revokeInvite } from './actions.ts';

const PATH = '/newsroom/people';
const SAID = [
  'role',
  'disable',
  'enable',
  'reset',
  'endSessions',
  'identity',
  'revoked',
  'invitationGone',
] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.people'))('title') };
}

export default async function PeoplePage({ searchParams }: { searchParams: Query }) {
  const { person } = await requireStaff('manageUsers', PATH);
  const now = new Date();
  const [query, people, invitations, dates, t, role] = await Promise.all([
    searchParams,
    listPeople(),
    listInvitations(),
    getDates(),
    getTranslations('newsroom.people'),
    getTranslations('newsroom.roles'),
  ]);
  const roles = ROLES.map((value) => ({ value, label: role(value) }));
  const said = SAID.find((each) => each === query.said);
  const of = people.find(({ id }) => id === single(query.of));
  return (
    <div className="space-y-6">
      <div>
        <h1 className="text-h2">{t('title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </div>
      {said && (
        <Notice tone={said === 'invitationGone' ? 'waiting' : 'done'}>
          <p>{t(`said.${said}`, { name: isolate(of?.name ?? '') })}</p>
        </Notice>
      )}
      <ul className="border-t border-hairline">
        {people.map((each) => (
          <PersonCard
            key={each.id}
            person={each}
            isSelf={each.id === person.id}
            roles={roles}
            dates={dates}
            acts={{ change: changePerson, changeIdentity, giveResetLink }}
          />
        ))}
      </ul>
      <Block title={t('inviteTitle')} lead={t(env.smtpUrl ? 'inviteMailed' : 'inviteShown')}>
        <div className="max-w-md">
          <ActionForm
            action={invite}
            fields={[
              { name: 'name', label: t('name'), isRequired: true, isProse: true, autoComplete: 'off' },
              {
                name: 'email',
                label: t('email'),
                isRequired: true,
                type: 'email',
                inputMode: 'email',
                autoComplete: 'off',
              },
              {
                name: 'role',
                label: t('role'),
                options: roles,
                initial: 'author',
                autoComplete: 'off',
                hint: t('roleHint'),
              },
            ]}
            submit={t('invite')}
          />
        </div>
      </Block>
      <Block title={t('open')} lead={t('openLead')}>
        {invitations.length === 0 ? (
          <p className="text-ink-soft">{t('openNone')}</p>
        ) : (
          <InvitationList
            invitations={invitations}
            now={now}
            dates={dates}
            renew={renew}
            revoke={revokeInvite}
          />
        )}
      </Block>
    </div>
  );
}
