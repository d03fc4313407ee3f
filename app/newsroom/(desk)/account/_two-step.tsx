import { getTranslations } from 'next-intl/server';
import { Block } from '#components/newsroom/ui/block.tsx';
import type { FieldProps } from '#components/newsroom/ui/field.tsx';
import { QrCode } from '#components/newsroom/people/qr-code.tsx';
import { TwoStepPanel, type TwoStepForm } from '#components/newsroom/people/two-step-panel.tsx';
import { getTwoStep } from '#db/people/two-step.ts';
import { otpUri } from '#lib/people/otp-uri.ts';
import { showAddress } from '#lib/mail/show-address.ts';
import { readSiteFace } from '../../_site.ts';
import { changeTwoStep } from './actions.ts';

/** The second sign-in step: off, being set up, or on. */
export async function TwoStep({ userId, email }: { userId: string; email: string }) {
  const [t, form] = await Promise.all([
    getTranslations('newsroom.twoStep'),
    getTranslations('newsroom.form'),
  ]);
  const { name: site } = await readSiteFace();
  const twoStep = await getTwoStep(userId);
  const password: FieldProps = {
    name: 'password',
    label: t('password'),
    isRequired: true,
    type: 'password',
    autoComplete: 'current-password',
  };
  const forms: Record<typeof twoStep.state, TwoStepForm[]> = {
    off: [{ step: 'begin', field: password, submit: t('begin'), variant: 'main' }],
    pending: [
      {
        step: 'confirm',
        field: {
          name: 'code',
          label: t('code'),
          isRequired: true,
          autoComplete: 'one-time-code',
          inputMode: 'numeric',
        },
        submit: t('confirm'),
        variant: 'main',
      },
      { step: 'cancel', submit: t('cancel'), variant: 'text' },
    ],
    on: [
      {
        step: 'renew',
        title: t('renew'),
        lead: t('renewLead'),
        field: password,
        submit: t('renew'),
        variant: 'plain',
      },
      {
        step: 'disable',
        title: t('disable'),
        lead: t('disableLead'),
        field: password,
        submit: t('disable'),
        variant: 'risky',
      },
    ],
  };
  const isOn = twoStep.state === 'on';
  const words = {
    codesTitle: t('codesTitle'),
    codesLead: t('codesLead'),
    print: t('print'),
    copy: t('copyCodes'),
    copied: t('copiedCodes'),
    save: t('saveCodes'),
    file: `${t('codesFile')} · ${site}`,
  };
  return (
    <Block
      title={t('title')}
      aside={<p className={isOn ? 'text-leaf' : 'text-amber'}>{t(isOn ? 'on' : 'off')}</p>}
    >
      <TwoStepPanel
        action={changeTwoStep}
        forms={forms[twoStep.state]}
        words={words}
        requiredLegend={form('required')}
      >
        <p className="text-ink-soft">{t(`${twoStep.state}Lead`)}</p>
        {twoStep.state === 'pending' && (
          <div className="flex flex-wrap items-center gap-6">
            <QrCode
              text={otpUri({ issuer: site, account: showAddress(email), secret: twoStep.secret })}
              label={t('qrLabel')}
            />
            <dl className="min-w-0">
              <dt className="font-medium">{t('secret')}</dt>
              <dd dir="ltr" className="max-w-72 text-start wrap-anywhere select-all">
                <code>{twoStep.secret.match(/.{1,4}/g)?.join(' ')}</code>
              </dd>
            </dl>
          </div>
        )}
      </TwoStepPanel>
    </Block>
  );
}
