import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { stateOf } from '#components/newsroom/lists/articles-table.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Field } from '#components/newsroom/ui/field.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { listPicked, type DeskRow } from '#db/articles/desk-list.ts';
import { listSections } from '#db/paper/sections.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { can } from '#lib/people/can.ts';
import type { Query } from '#app/_request/query.ts';
import { answerWith, requireStaff } from '#app/newsroom/_session.ts';
import { readBulkQuery, type Outcome } from './_outcomes.ts';
import { runBulk } from './actions.ts';
import { nameIn } from '#lib/locales.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.articles.bulk'))('label') };
}

const TONES: Record<Outcome, string> = {
  done: 'text-leaf',
  state: 'text-amber',
  conflict: 'text-amber',
  full: 'text-amber',
  gone: 'text-madder',
  forbidden: 'text-madder',
};

/**
 * Asks for confirmation before one command runs on many articles, and reports the outcome of each afterwards.
 */
export default async function BulkPage({ searchParams }: { searchParams: Query }) {
  const { person } = await requireStaff('write', '/newsroom/articles');
  const { act, back, picked, results, fault } = readBulkQuery(await searchParams);
  const ids = results.length > 0 ? results.map(({ id }) => id) : picked;
  if (!act || ids.length === 0) redirect(back);
  const now = new Date();
  const [rows, sections, locale, t] = await Promise.all([
    listPicked(ids, person, now),
    listSections(),
    getLocale(),
    getTranslations('newsroom.articles'),
  ]);
  const dates = await getDateSettings(locale);
  const headline = (row: DeskRow | undefined) => (
    <bdi className="font-bold">{row ? row.headline || t('noHeadline') : t('bulk.unknown')}</bdi>
  );
  const line = 'flex flex-wrap items-baseline justify-between gap-x-4 border-b border-hairline py-3';

  if (results.length > 0) {
    const done = results.filter(({ outcome }) => outcome === 'done').length;
    return (
      <div className="max-w-3xl space-y-6">
        <h1 className="text-h2">{t(`bulk.acts.${act}`)}</h1>
        <Notice tone={done === results.length ? 'done' : 'waiting'}>
          <p>
            {t('bulk.doneCount', {
              count: done,
              n: formatNumber(done, dates),
              all: formatNumber(results.length, dates),
            })}
          </p>
        </Notice>
        <ul className="border-t border-hairline">
          {results.map(({ id, outcome }) => (
            <li key={id} className={line}>
              {headline(rows.find((row) => row.id === id))}
              <span className={`font-medium ${TONES[outcome]}`}>
                {outcome === 'done' ? t(`bulk.outcomes.${act}`) : t(`bulk.faults.${outcome}`)}
              </span>
            </li>
          ))}
        </ul>
        <a href={back} className={buttonStyle.plain}>
          {t('bulk.back')}
        </a>
      </div>
    );
  }

  const mine = rows.filter((row) => can(person, 'write', row));
  if (fault) answerWith(422);
  return (
    <SafeForm action={runBulk} className="max-w-3xl space-y-6">
      <h1 className="text-h2">{t(`bulk.acts.${act}`)}</h1>
      <p className="text-ink-soft">{t(`bulk.ask.${act}`)}</p>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="back" value={back} />
      {(act === 'section' || act === 'tag') && (
        <div className="max-w-sm">
          <Field
            name="value"
            autoComplete="off"
            isProse
            label={t(`bulk.value.${act}`)}
            {...(fault && { fault: t(`bulk.valueFault.${act}`) })}
            {...(act === 'section' && {
              options: [
                { value: '', label: t('bulk.choose') },
                ...sections.map((section) => ({
                  value: section.id,
                  label: nameIn(section, locale),
                })),
              ],
            })}
          />
        </div>
      )}
      <ul className="border-t border-hairline">
        {mine.map((row) => (
          <li key={row.id} className={line}>
            <input type="hidden" name="pick" value={`${row.id}:${row.version}`} />
            {headline(row)}
            <span className="text-ink-soft">{t(`state.${stateOf(row, now)}`)}</span>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <button className={act === 'trash' || act === 'unpublish' ? buttonStyle.risky : buttonStyle.main}>
          {t('bulk.confirm', { count: mine.length, n: formatNumber(mine.length, dates) })}
        </button>
        <a href={back} className={buttonStyle.plain}>
          {t('bulk.cancel')}
        </a>
      </div>
    </SafeForm>
  );
}
