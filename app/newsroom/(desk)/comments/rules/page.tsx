import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Block } from '#components/newsroom/ui/block.tsx';
import { Empty } from '#components/newsroom/ui/empty.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { Time } from '#components/ui/time.tsx';
import { listWordRulesWithMakers, wordRuleSchema } from '#db/moderation/word-rules.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { can } from '#lib/people/can.ts';
import { getDates } from '#app/newsroom/_dates.ts';
import { single, type Query } from '#app/_request/query.ts';
import { requireStaff } from '#app/newsroom/_session.ts';
import { ToolHead } from '../_tools.tsx';
import { ClassifierBlock } from './_classifier.tsx';
import { RuleForm } from './_rule-form.tsx';
import { TrialResult } from './_trial.tsx';

const PATH = '/newsroom/comments/rules';
const DONE = ['added', 'changed', 'removed', 'reset'] as const;
const FAULTS = ['known', 'gone', 'word'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.tools'))('rules.title') };
}

const link = 'inline-flex min-h-11 items-center text-sea underline hover:text-ink';

type ListProps = {
  rules: Awaited<ReturnType<typeof listWordRulesWithMakers>>;
  mayChange: boolean;
  dates: DateSettings;
};

function RuleList({ rules, mayChange, dates }: ListProps) {
  const t = useTranslations('newsroom.rules');
  return (
    <ul className="divide-y divide-hairline border-t border-hairline">
      {rules.map((rule) => (
        <li key={rule.id} className="flex flex-wrap items-center justify-between gap-x-6 py-2">
          <div>
            <p>
              <bdi className="text-ui font-bold">{rule.word}</bdi>{' '}
              <span
                className={
                  rule.level === 'banned'
                    ? 'text-madder'
                    : rule.level === 'suspect'
                      ? 'text-amber'
                      : 'text-leaf'
                }
              >
                {t(`levels.${rule.level}`)}
              </span>
            </p>
            <p className="text-caption text-ink-soft">
              {t(`modes.${rule.mode}`)} · <Time at={rule.at} dates={dates} show="date" />
              {rule.byName && (
                <>
                  {' '}
                  · <bdi>{rule.byName}</bdi>
                </>
              )}
            </p>
          </div>
          {mayChange && (
            <p className="flex gap-4">
              <a
                href={`${PATH}?change=${rule.id}`}
                className={link}
                aria-label={t('changeLabel', { word: rule.word })}
              >
                {t('change')}
              </a>
              <a
                href={`${PATH}?remove=${rule.id}`}
                className={link}
                aria-label={t('removeLabel', { word: rule.word })}
              >
                {t('remove')}
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

export default async function RulesPage({ searchParams }: { searchParams: Query }) {
  const { person } = await requireStaff('moderate', PATH);
  const query = await searchParams;
  const [rules, dates, t] = await Promise.all([
    listWordRulesWithMakers(),
    getDates(),
    getTranslations('newsroom.rules'),
  ]);
  const mayChange = can(person, 'moderationRules');
  const changed = mayChange ? rules.find(({ id }) => id === single(query.change)) : undefined;
  const removed = mayChange ? rules.find(({ id }) => id === single(query.remove)) : undefined;
  const asked = {
    word: single(query.word) || (changed?.word ?? ''),
    level: single(query.level) || (changed?.level ?? 'suspect'),
    mode: single(query.mode) || (changed?.mode ?? 'affixes'),
  };
  const wasTried = mayChange && query.word !== undefined;
  const tried = wordRuleSchema.safeParse(asked);
  const done = DONE.find((each) => each === query.done);
  const fault = FAULTS.find((each) => each === query.fault);
  return (
    <div className="space-y-6">
      <ToolHead person={person} current="rules" />
      {done && (
        <Notice tone="done">
          <p>
            {t.rich(`done.${done}`, { word: () => <bdi className="font-bold">{single(query.about)}</bdi> })}
          </p>
        </Notice>
      )}
      {fault && (
        <Notice tone="fault">
          <p>{t(`faults.${fault}`)}</p>
        </Notice>
      )}
      {mayChange && (
        <Block title={t(changed ? 'changeTitle' : 'addTitle')} lead={t('addLead')}>
          <div className="space-y-6">
            <RuleForm
              key={changed?.id}
              id={changed?.id}
              {...asked}
              fault={wasTried && !tried.success ? t('faults.word') : undefined}
            />
            {wasTried && tried.success && <TrialResult id={changed?.id} rule={tried.data} dates={dates} />}
          </div>
        </Block>
      )}
      {removed && (
        <Block
          title={t('removeTitle')}
          lead={t.rich('removeLead', { word: () => <bdi className="font-bold">{removed.word}</bdi> })}
        >
          <TrialResult id={removed.id} dates={dates} />
        </Block>
      )}
      <Block title={t('listTitle')}>
        {rules.length === 0 ? (
          <Empty isSmall title={t('empty')} hint={t('emptyHint')} />
        ) : (
          <RuleList rules={rules} mayChange={mayChange} dates={dates} />
        )}
      </Block>
      <ClassifierBlock mayChange={mayChange} isAsked={query.ask === 'reset'} dates={dates} />
    </div>
  );
}
