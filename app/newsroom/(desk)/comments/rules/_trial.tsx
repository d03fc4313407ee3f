import { getTranslations } from 'next-intl/server';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { MarkedText } from '#components/newsroom/ui/marked-text.tsx';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { tryWordRule } from '#db/moderation/word-rules-trial.ts';
import type { WordRuleInput } from '#db/moderation/word-rules.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { warnAbout } from '#lib/comments/word-rules.ts';
import { removeRule, saveRule } from './actions.ts';

type Props = { id?: string | undefined; rule?: WordRuleInput | undefined; dates: DateSettings };

/**
 * What a change would have done to comments that people approved, and the button that makes the change.
 * Without `rule`, the removal of `id`.
 */
export async function TrialResult({ id, rule, dates }: Props) {
  const [t, trial] = await Promise.all([
    getTranslations('newsroom.rules'),
    tryWordRule({ ...(id && { id }), ...(rule && { rule }) }),
  ]);
  const n = (count: number) => formatNumber(count, dates);
  const warnings = rule ? warnAbout(rule.word) : [];
  return (
    <div role="status" className="space-y-4 border-s-4 border-amber ps-4">
      {warnings.map((warning) => (
        <p key={warning} className="font-medium text-amber">
          {t(`warnings.${warning}`)}
        </p>
      ))}
      <div>
        {trial.total === 0 && <p>{t('trialNothing')}</p>}
        {trial.total > 0 && trial.held === 0 && trial.freed === 0 && (
          <p className="font-bold">{t('trialNone', { count: trial.total, total: n(trial.total) })}</p>
        )}
        {trial.held > 0 && (
          <p className="font-bold">
            {t('trialHeld', { count: trial.held, n: n(trial.held), total: n(trial.total) })}
          </p>
        )}
        {trial.freed > 0 && (
          <p className="font-bold">
            {t('trialFreed', { count: trial.freed, n: n(trial.freed), total: n(trial.total) })}
          </p>
        )}
      </div>
      {trial.samples.length > 0 && (
        <ul className="divide-y divide-hairline border-y border-hairline" aria-label={t('samples')}>
          {trial.samples.map((sample) => (
            <li key={sample.id} className="py-3">
              <p className="text-caption text-ink-soft">
                <bdi>{sample.name}</bdi>
              </p>
              <MarkedText text={sample.body} marks={sample.hits} />
            </li>
          ))}
        </ul>
      )}
      <SafeForm action={rule ? saveRule : removeRule} className="flex flex-wrap gap-3">
        {id && <input type="hidden" name="id" value={id} />}
        {rule &&
          Object.entries(rule).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <button className={buttonStyle[rule ? 'main' : 'risky']}>{t(rule ? 'save' : 'confirmRemove')}</button>
        <a href="/newsroom/comments/rules" className={buttonStyle.plain}>
          {t('cancel')}
        </a>
      </SafeForm>
    </div>
  );
}
