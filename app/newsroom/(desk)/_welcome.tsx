import { getTranslations } from 'next-intl/server';
import { Block } from '#components/newsroom/block.tsx';
import { buttonStyle } from '#components/newsroom/button.ts';
import { Icon } from '#components/ui/icon.tsx';
import { FIRST_STEPS, getFirstSteps, type FirstStep } from '#db/first-run.ts';
import { can, type Person } from '#lib/can.ts';
import { takeStartersAction } from './first-run-actions.ts';

const HREFS: Record<FirstStep, string> = {
  name: '/newsroom/settings', sections: '/newsroom/sections', author: '/newsroom/authors', article: '/newsroom/articles/new', publish: '/newsroom/articles', people: '/newsroom/people',
};

/** Leads an empty site to its first article, step by step; nothing once there is one. */
export async function Welcome({ person }: { person: Person }) {
  const done = can(person, 'settings') ? await getFirstSteps() : null;
  if (!done) return null;
  const t = await getTranslations('newsroom.welcome');
  const next = FIRST_STEPS.find((step) => !done[step]);
  return (
    <Block title={t('title')} lead={t('lead')}>
      <ol className="border-t border-hairline">
        {FIRST_STEPS.map((step) => (
          <li key={step} {...(step === next && { 'aria-current': 'step' as const })} className="flex items-start gap-4 border-b border-hairline py-4">
            <span className={`mt-0.5 inline-flex size-6 shrink-0 items-center justify-center rounded-full border ${done[step] ? 'border-leaf text-leaf' : 'border-field'}`}>
              {done[step] && <Icon name="check" className="size-4" />}
              <span className="sr-only">{t(done[step] ? 'done' : 'open')}</span>
            </span>
            <div className="min-w-0">
              <p className={step === next ? 'font-bold' : ''}><a href={HREFS[step]} className="text-sea underline hover:text-ink">{t(`steps.${step}`)}</a></p>
              <p className="text-caption text-ink-soft">{t(`hints.${step}`)}</p>
              {step === 'sections' && !done.sections && (
                <form action={takeStartersAction} className="mt-2"><button className={buttonStyle.plain}>{t('takeStarters')}</button></form>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Block>
  );
}
