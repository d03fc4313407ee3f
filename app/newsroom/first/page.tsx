import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Gate } from '#components/newsroom/frame/gate.tsx';
import { returnPath } from '#lib/people/return-path.ts';
import { withQuery } from '../_query.ts';
import type { Query } from '#app/_request/query.ts';
import { requireStaff, SETTLE } from '../_session.ts';
import { readSiteFace } from '../_site.ts';
import { submitFirst } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.first'))('title') };
}

/** Where the first administrator enters who they are. */
export default async function FirstPage({ searchParams }: { searchParams: Query }) {
  const next = returnPath((await searchParams).next);
  const { mustSettle } = await requireStaff('enter', SETTLE);
  if (!mustSettle) redirect(next);
  const t = await getTranslations('newsroom');
  return (
    <Gate
      path={withQuery(SETTLE, { next })}
      site={await readSiteFace()}
      title={t('first.title')}
      lead={t('first.lead')}
    >
      <ActionForm
        action={submitFirst}
        hidden={{ next }}
        fields={[
          { name: 'name', label: t('first.name'), isRequired: true, isProse: true, autoComplete: 'name' },
          {
            name: 'email',
            label: t('first.email'),
            isRequired: true,
            hint: t('first.emailHint'),
            type: 'email',
            inputMode: 'email',
            autoComplete: 'username',
          },
          {
            name: 'password',
            label: t('first.password'),
            isRequired: true,
            hint: t('invitation.hint'),
            type: 'password',
            autoComplete: 'new-password',
          },
        ]}
        submit={t('first.submit')}
      />
      <form action="/newsroom/sign-out" method="post">
        <button className={buttonStyle.text}>{t('nav.signOut')}</button>
      </form>
    </Gate>
  );
}
