import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Gate } from '#components/newsroom/frame/gate.tsx';
import { findLink } from '#db/people/account-links.ts';
import { isolate } from '#lib/arabic/bidi.ts';
import { answerWith } from '../../_session.ts';
import { readSiteFace } from '../../_site.ts';
import { submitReset } from './actions.ts';

// The address is a secret until it is used.
export const metadata: Metadata = { referrer: 'no-referrer' };

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const path = `/newsroom/reset/${token}`;
  const t = await getTranslations('newsroom.reset');
  const invitation = await getTranslations('newsroom.invitation');
  const [site, owner] = await Promise.all([readSiteFace(), findLink(token, 'password', new Date())]);
  if (!owner) {
    answerWith(410);
    return (
      <Gate path={path} site={site} title={t('goneTitle')} lead={t('goneLead')}>
        <a href="/newsroom/sign-in/forgot" className={buttonStyle.text}>
          {t('again')}
        </a>
      </Gate>
    );
  }
  return (
    <Gate path={path} site={site} title={t('title')} lead={t('lead', { name: isolate(owner.name) })}>
      <ActionForm
        action={submitReset}
        hidden={{ token }}
        fields={[
          {
            name: 'password',
            label: t('password'),
            isRequired: true,
            hint: invitation('hint'),
            type: 'password',
            autoComplete: 'new-password',
          },
        ]}
        submit={t('submit')}
      />
    </Gate>
  );
}
