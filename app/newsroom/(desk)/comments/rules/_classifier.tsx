import { getTranslations } from 'next-intl/server';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { getClassifierState } from '#db/moderation/classifier.ts';
import { getSettings } from '#db/paper/settings.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { forgetLearned } from './actions.ts';

const Words = ({ title, words }: { title: string; words: string[] }) => (
  <div>
    <h3 className="font-bold">{title}</h3>
    <ul className="mt-1 flex flex-wrap gap-2">
      {words.map((word) => (
        <li key={word} className="rounded-paper border border-hairline px-2">
          <bdi>{word}</bdi>
        </li>
      ))}
    </ul>
  </div>
);

type Props = { mayChange: boolean; isAsked: boolean; dates: DateSettings };

/** What the classifier has learned from the desk's decisions, and the button that makes it forget. */
export async function ClassifierBlock({ mayChange, isAsked, dates }: Props) {
  const [t, state, { classifierOn }] = await Promise.all([
    getTranslations('newsroom.classifier'),
    getClassifierState(),
    getSettings(),
  ]);
  const n = (count: number) => formatNumber(count, dates);
  const status = !classifierOn ? 'off' : state.ready ? 'working' : 'learning';
  return (
    <Block title={t('title')} lead={t('lead')}>
      <div className="space-y-4">
        <p>
          <strong>{t(status)}</strong>{' '}
          {t('learned', { spam: n(state.texts.spam), approved: n(state.texts.approved) })}
        </p>
        {state.spamWords.length > 0 && <Words title={t('spamWords')} words={state.spamWords} />}
        {state.approvedWords.length > 0 && <Words title={t('approvedWords')} words={state.approvedWords} />}
        {mayChange &&
          (isAsked ? (
            <SafeForm
              action={forgetLearned}
              className="flex flex-wrap items-center gap-3 border-s-4 border-madder ps-4"
            >
              <p className="basis-full">{t('resetAsk')}</p>
              <button className={buttonStyle.risky}>{t('resetConfirm')}</button>
              <a href="/newsroom/comments/rules" className={buttonStyle.plain}>
                {t('cancel')}
              </a>
            </SafeForm>
          ) : (
            <a href="/newsroom/comments/rules?ask=reset" className={buttonStyle.plain}>
              {t('reset')}
            </a>
          ))}
      </div>
    </Block>
  );
}
