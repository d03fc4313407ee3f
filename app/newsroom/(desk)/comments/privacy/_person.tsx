import { getTranslations } from 'next-intl/server';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Empty } from '#components/newsroom/ui/empty.tsx';
import { MarkedText } from '#components/newsroom/ui/marked-text.tsx';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { Time } from '#components/ui/time.tsx';
import type { findWriter } from '#db/privacy/requests.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { articlePath } from '#lib/articles/path.ts';
import { withQuery } from '#app/newsroom/_query.ts';
import { erase } from './actions.ts';

const PATH = '/newsroom/comments/privacy';

type Found = NonNullable<Awaited<ReturnType<typeof findWriter>>>;
type Props = { pass: string; found: Found; isErasing: boolean; dates: DateSettings };

/** What one person sent, and what can be done with all of it at once. */
export async function FoundPerson({ pass, found, isErasing, dates }: Props) {
  const [t, state] = await Promise.all([
    getTranslations('newsroom.privacy'),
    getTranslations('newsroom.status'),
  ]);
  const count = found.comments.length;
  if (count === 0) return <Empty isSmall title={t('none')} hint={t('noneHint')} />;
  return (
    <Block title={t('found', { count, n: formatNumber(count, dates) })}>
      <div className="space-y-6">
        {isErasing ? (
          <SafeForm action={erase} className="space-y-3 border-s-4 border-madder ps-4">
            <input type="hidden" name="person" value={pass} />
            <fieldset className="space-y-1">
              <legend className="mb-2 font-medium">{t('eraseAsk')}</legend>
              {(['keep', 'remove'] as const).map((words) => (
                <label key={words} className="flex min-h-11 items-center gap-3">
                  <input type="radio" name="words" value={words} defaultChecked={words === 'keep'} />{' '}
                  {t(`words.${words}`)}
                </label>
              ))}
            </fieldset>
            <div className="flex flex-wrap gap-3">
              <button className={buttonStyle.risky}>{t('eraseConfirm')}</button>
              <a href={withQuery(PATH, { person: pass })} className={buttonStyle.plain}>
                {t('cancel')}
              </a>
            </div>
          </SafeForm>
        ) : (
          <form action={`${PATH}/export`} method="post" className="flex flex-wrap gap-3">
            <input type="hidden" name="person" value={pass} />
            <button name="format" value="json" className={buttonStyle.plain}>
              {t('exportJson')}
            </button>
            <button name="format" value="csv" className={buttonStyle.plain}>
              {t('exportCsv')}
            </button>
            <a href={withQuery(PATH, { person: pass, ask: 'erase' })} className={buttonStyle.risky}>
              {t('erase')}
            </a>
          </form>
        )}
        <ul className="divide-y divide-hairline border-t border-hairline">
          {found.comments.map((comment) => (
            <li key={comment.id} className="py-3">
              <p>
                <bdi className="font-bold">{comment.name}</bdi> ·{' '}
                <span className="text-ink-soft">{state(comment.status)}</span> ·{' '}
                <Time at={comment.createdAt} dates={dates} className="text-caption text-ink-soft" />
              </p>
              <MarkedText text={comment.body} marks={[]} />
              <p className="text-caption">
                <a
                  href={articlePath(comment.article)}
                  dir="auto"
                  className="text-ink-soft hover:text-sea hover:underline"
                >
                  {comment.article.headline}
                </a>
              </p>
            </li>
          ))}
        </ul>
      </div>
    </Block>
  );
}
