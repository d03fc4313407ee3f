import { getTranslations } from 'next-intl/server';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { FIRST_STEPS, getFirstSteps, type FirstStep } from '#db/paper/first-run.ts';
import { can, type Person } from '#lib/people/can.ts';
import { skipStepAction, takeStartersAction } from './first-run-actions.ts';

const HREFS: Record<FirstStep, string> = {
  account: '/newsroom/account',
  name: '/newsroom/settings',
  sections: '/newsroom/sections',
  author: '/newsroom/authors',
  article: '/newsroom/articles/new',
  publish: '/newsroom/articles',
  people: '/newsroom/people',
};

/** Leads a new site to its first article and its people, step by step, until each step is done or skipped. */
export async function Welcome({ person }: { person: Person }) {
  const states = can(person, 'settings') ? await getFirstSteps() : null;
  if (!states) return null;
  const t = await getTranslations('newsroom.welcome');
  const next = FIRST_STEPS.find((step) => states[step] === 'open');
  const isDone = (step: FirstStep) => states[step] === 'done';
  return (
    <Block title={t('title')} lead={t('lead')}>
      <ol className="border-t border-hairline">
        {FIRST_STEPS.map((step) => (
          <li
            key={step}
            {...(step === next && { 'aria-current': 'step' as const })}
            className="flex items-start gap-4 border-b border-hairline py-4"
          >
            <span
              className={`mt-0.5 inline-flex size-6 shrink-0 items-center justify-center rounded-full border ${isDone(step) ? 'border-leaf text-leaf' : 'border-field'}`}
            >
              {isDone(step) && <Icon name="check" className="size-4" />}
              <span className="sr-only">{t(states[step])}</span>
            </span>
            <div className="min-w-0">
              <p className={step === next ? 'font-bold' : ''}>
                <a href={HREFS[step]} className="text-sea underline hover:text-ink">
                  {t(`steps.${step}`)}
                </a>
              </p>
              <p className="text-caption text-ink-soft">{t(`hints.${step}`)}</p>
              {step === 'sections' && states.sections === 'open' && (
                <SafeForm action={takeStartersAction} className="mt-2">
                  <button className={buttonStyle.plain}>{t('takeStarters')}</button>
                </SafeForm>
              )}
            </div>
            {states[step] === 'open' && step !== 'account' && (
              <SafeForm action={skipStepAction} className="ms-auto shrink-0">
                <button
                  name="step"
                  value={step}
                  aria-label={t('skipStep', { step: t(`steps.${step}`) })}
                  className={buttonStyle.text}
                >
                  {t('skip')}
                </button>
              </SafeForm>
            )}
          </li>
        ))}
      </ol>
    </Block>
  );
}
