import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Gate } from '#components/newsroom/frame/gate.tsx';
import { findLink } from '#db/people/account-links.ts';
import { isolate } from '#lib/arabic/bidi.ts';
import { showAddress } from '#lib/mail/show-address.ts';
import { answerWith } from '../../_session.ts';
import { readSiteFace } from '../../_site.ts';
import { submitConfirmation } from './actions.ts';

// The address is a secret until it is used.
export const metadata: Metadata = { referrer: 'no-referrer' };

/** Opening the link changes nothing: mail scanners open links too. */
export default async function ConfirmEmailPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const path = `/newsroom/email/${token}`;
  const t = await getTranslations('newsroom.confirmEmail');
  const [site, link] = await Promise.all([readSiteFace(), findLink(token, 'email', new Date())]);
  if (!link) {
    answerWith(410);
    return (
      <Gate path={path} site={site} title={t('goneTitle')} lead={t('goneLead')}>
        {null}
      </Gate>
    );
  }
  const lead = t.rich('lead', {
    name: isolate(link.name),
    email: () => (
      <bdi dir="ltr" className="font-medium wrap-anywhere">
        {showAddress(link.newEmail ?? '')}
      </bdi>
    ),
  });
  return (
    <Gate path={path} site={site} title={t('title')} lead={lead}>
      <ActionForm action={submitConfirmation} hidden={{ token }} fields={[]} submit={t('submit')} />
    </Gate>
  );
}
