import { getTranslations } from 'next-intl/server';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Field } from '#components/newsroom/ui/field.tsx';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { listIncidents } from '#db/moderation/settings.ts';
import { turnOffHoldAll, turnOffSlowMode, turnOnHoldAll, turnOnSlowMode } from './actions.ts';

const PATH = '/newsroom/comments/settings';

type Props = { asked: string; minutesAreWrong: boolean };

/**
 * Switches for an incident: hold all comments, or slow down all writers. Each asks for confirmation on a page
 * of its own, so it works without scripts.
 */
export async function Switches({ asked, minutesAreWrong }: Props) {
  const [t, form, incidents] = await Promise.all([
    getTranslations('newsroom.incident'),
    getTranslations('newsroom.form'),
    listIncidents(new Date()),
  ]);
  const isOn = (kind: 'holdAll' | 'slowMode') => incidents.some((incident) => incident.kind === kind);
  const big = 'min-h-14 text-ui';
  return (
    <Block title={t('title')} lead={t('lead')}>
      <ul className="grid gap-6 sm:grid-cols-2">
        <li className="flex flex-col gap-3">
          <p>{t('holdAll.what')}</p>
          {isOn('holdAll') && (
            <SafeForm action={turnOffHoldAll} className="mt-auto">
              <button className={`${buttonStyle.plain} ${big}`}>{t('holdAll.end')}</button>
            </SafeForm>
          )}
          {!isOn('holdAll') && asked !== 'holdAll' && (
            <a href={`${PATH}?ask=holdAll`} className={`${buttonStyle.risky} ${big} mt-auto self-start`}>
              {t('holdAll.start')}
            </a>
          )}
          {!isOn('holdAll') && asked === 'holdAll' && (
            <SafeForm action={turnOnHoldAll} className="flex flex-wrap gap-3 border-s-4 border-madder ps-4">
              <p className="basis-full font-medium">{t('holdAll.ask')}</p>
              <button className={buttonStyle.risky}>{t('holdAll.confirm')}</button>
              <a href={PATH} className={buttonStyle.plain}>
                {t('cancel')}
              </a>
            </SafeForm>
          )}
        </li>
        <li className="flex flex-col gap-3">
          <p>{t('slowMode.what')}</p>
          {isOn('slowMode') && (
            <SafeForm action={turnOffSlowMode} className="mt-auto">
              <button className={`${buttonStyle.plain} ${big}`}>{t('slowMode.end')}</button>
            </SafeForm>
          )}
          {!isOn('slowMode') && asked !== 'slowMode' && (
            <a href={`${PATH}?ask=slowMode`} className={`${buttonStyle.risky} ${big} mt-auto self-start`}>
              {t('slowMode.start')}
            </a>
          )}
          {!isOn('slowMode') && asked === 'slowMode' && (
            <SafeForm action={turnOnSlowMode} className="space-y-3 border-s-4 border-madder ps-4">
              <p className="is-required-legend text-caption text-ink-soft">{form('required')}</p>
              <Field
                name="minutes"
                label={t('slowMode.minutes')}
                isRequired
                inputMode="numeric"
                autoComplete="off"
                value="2"
                fault={minutesAreWrong ? t('slowMode.fault') : undefined}
              />
              <div className="flex flex-wrap gap-3">
                <button className={buttonStyle.risky}>{t('slowMode.confirm')}</button>
                <a href={PATH} className={buttonStyle.plain}>
                  {t('cancel')}
                </a>
              </div>
            </SafeForm>
          )}
        </li>
      </ul>
    </Block>
  );
}
