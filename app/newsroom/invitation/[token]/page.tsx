import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Gate } from '#components/newsroom/frame/gate.tsx';
import { getInvitation } from '#db/people/staff.ts';
import { showAddress } from '#lib/mail/show-address.ts';
import { answerWith } from '../../_session.ts';
import { readSiteFace } from '../../_site.ts';
import { submitInvitation } from './actions.ts';

// The address is a secret until it is used.
export const metadata: Metadata = { referrer: 'no-referrer' };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const path = `/newsroom/invitation/${token}`;
  const t = await getTranslations('newsroom');
  const site = await readSiteFace();
  const invitation = await getInvitation(token);
  if (!invitation) {
    answerWith(410);
    return (
      <Gate path={path} site={site} title={t('invitation.goneTitle')} lead={t('invitation.goneLead')}>
        <a href="/newsroom/sign-in" className={buttonStyle.text}>
          {t('invitation.toSignIn')}
        </a>
      </Gate>
    );
  }
  const { name, email, role } = invitation;
  return (
    <Gate
      path={path}
      site={site}
      title={t('invitation.title', { name })}
      lead={t('invitation.lead', { role: t(`roles.${role}`) })}
    >
      <dl>
        <dt className="font-medium">{t('invitation.email')}</dt>
        <dd className="wrap-anywhere">
          <bdi dir="ltr">{showAddress(email)}</bdi>
        </dd>
      </dl>
      <ActionForm
        action={submitInvitation}
        hidden={{ token }}
        fields={[
          {
            name: 'password',
            label: t('invitation.password'),
            isRequired: true,
            hint: t('invitation.hint'),
            type: 'password',
            autoComplete: 'new-password',
          },
        ]}
        submit={t('invitation.submit')}
      />
    </Gate>
  );
}
