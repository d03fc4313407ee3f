import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Gate } from '#components/newsroom/frame/gate.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { PasskeySignIn } from '#components/newsroom/people/passkey-sign-in.tsx';
import { returnPath } from '#lib/people/return-path.ts';
import { withQuery } from '../_query.ts';
import { getStaff } from '../_session.ts';
import { readSiteFace } from '../_site.ts';
import { submitPassword } from './actions.ts';

const NOTICES = ['joined', 'ended', 'signedOut', 'reset', 'emailConfirmed'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.signIn'))('title') };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await searchParams;
  const next = returnPath(query.next);
  if (await getStaff()) redirect(next);
  const t = await getTranslations('newsroom.signIn');
  const key = await getTranslations('newsroom.passkeys');
  const notice = NOTICES.find((name) => name === query.notice);
  return (
    <Gate
      path={withQuery('/newsroom/sign-in', { next })}
      site={await readSiteFace()}
      title={t('title')}
      lead={t('lead')}
    >
      {notice && <Notice tone={notice === 'ended' ? 'waiting' : 'done'}>{t(notice)}</Notice>}
      <ActionForm
        action={submitPassword}
        hidden={{ next }}
        fields={[
          {
            name: 'email',
            label: t('email'),
            isRequired: true,
            type: 'email',
            autoComplete: 'username',
            inputMode: 'email',
          },
          {
            name: 'password',
            label: t('password'),
            isRequired: true,
            type: 'password',
            autoComplete: 'current-password',
          },
        ]}
        submit={t('submit')}
      />
      <a href="/newsroom/sign-in/forgot" className={buttonStyle.text}>
        {t('forgot')}
      </a>
      <PasskeySignIn
        next={next}
        words={{ submit: key('signIn'), cancelled: key('cancelled'), failed: key('failed') }}
      />
    </Gate>
  );
}
