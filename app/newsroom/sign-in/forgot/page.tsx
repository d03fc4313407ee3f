import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Gate } from '#components/newsroom/frame/gate.tsx';
import { env } from '#lib/env.ts';
import { readSiteFace } from '../../_site.ts';
import { submitForgotten } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.forgot'))('title') };
}

/** For people who forgot their password. If the instance sends no mail, the page says who can help. */
export default async function ForgotPage() {
  const t = await getTranslations('newsroom.forgot');
  const email = (await getTranslations('newsroom.signIn'))('email');
  return (
    <Gate
      path="/newsroom/sign-in/forgot"
      site={await readSiteFace()}
      title={t('title')}
      lead={env.smtpUrl ? t('lead') : undefined}
    >
      {env.smtpUrl ? (
        <ActionForm
          action={submitForgotten}
          fields={[
            {
              name: 'email',
              label: email,
              isRequired: true,
              type: 'email',
              autoComplete: 'username',
              inputMode: 'email',
            },
          ]}
          submit={t('submit')}
        />
      ) : (
        <p>{t.rich('noMail', { code: (chunks) => <code dir="ltr">{chunks}</code> })}</p>
      )}
      <a href="/newsroom/sign-in" className={buttonStyle.text}>
        {t('back')}
      </a>
    </Gate>
  );
}
