import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Empty } from '#components/newsroom/ui/empty.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { isId } from '#db/engine/ids.ts';
import { getCoverage, getEntry, listEntryTexts, listForDesk } from '#db/live/entries.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { articlePath } from '#lib/articles/path.ts';
import type { Locale } from '#lib/locales.ts';
import { getBodyContext } from '#app/[locale]/body-context.ts';
import { withQuery } from '#app/newsroom/_query.ts';
import { single, type Query } from '#app/_request/query.ts';
import { requireStaff } from '#app/newsroom/_session.ts';
import { ArticleTop } from '../_article-top.tsx';
import { deskPath, numberIn, type ArticleParams } from '../_article.ts';
import { Composer } from './_composer.tsx';
import { EarlierTexts } from './_earlier.tsx';
import { EntryList } from './_entry-list.tsx';
import { markEntry } from './actions.ts';

const PER_PAGE = 50;
const DONE = ['added', 'changed', 'remove', 'pin', 'unpin', 'end', 'reopen'] as const;
const FAULTS = ['gone', 'conflict'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.live'))('title') };
}

type Coverage = NonNullable<Awaited<ReturnType<typeof getCoverage>>>;

/** Whether the coverage goes on, and the button that ends it or begins it again. */
function CoverageState({ coverage, isSeen }: { coverage: Coverage; isSeen: boolean }) {
  const t = useTranslations('newsroom.live');
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <p className={coverage.liveEndedAt ? 'text-ink-soft' : 'font-bold text-madder'}>
        {t(coverage.liveEndedAt ? 'ended' : isSeen ? 'goesOn' : 'notSeen')}
      </p>
      <div className="flex flex-wrap items-center gap-x-5">
        {isSeen && (
          <a href={encodeURI(articlePath(coverage))} className={buttonStyle.text}>
            {t('toPage')}
          </a>
        )}
        <SafeForm action={markEntry}>
          <input type="hidden" name="number" value={coverage.number} />
          <button
            name="act"
            value={coverage.liveEndedAt ? 'reopen' : 'end'}
            className={coverage.liveEndedAt ? buttonStyle.plain : buttonStyle.risky}
          >
            {t(coverage.liveEndedAt ? 'reopen' : 'end')}
          </button>
        </SafeForm>
      </div>
    </div>
  );
}

/** What the last act did, or why it failed. */
function Outcome({ query, isSeen }: { query: Awaited<Query>; isSeen: boolean }) {
  const t = useTranslations('newsroom.live');
  const done = DONE.find((each) => each === query.done);
  const fault = FAULTS.find((each) => each === query.fault);
  return (
    <>
      {fault && (
        <Notice tone="fault">
          <p>{t(`faults.${fault}`)}</p>
        </Notice>
      )}
      {done && (
        <Notice tone="done">
          <p>{t(done === 'added' && !isSeen ? 'done.addedUnseen' : `done.${done}`)}</p>
        </Notice>
      )}
    </>
  );
}

type EntriesProps = { isEmpty: boolean; olderHref?: string; children: ReactNode };

function Entries({ isEmpty, olderHref, children }: EntriesProps) {
  const t = useTranslations('newsroom.live');
  return (
    <section aria-labelledby="entries" className="space-y-3">
      <h2 id="entries" className="text-h3">
        {t('entries')}
      </h2>
      {isEmpty && <Empty title={t('empty')} hint={t('emptyHint')} />}
      {children}
      {olderHref && (
        <a href={olderHref} className={buttonStyle.text}>
          {t('older')}
        </a>
      )}
    </section>
  );
}

/** Where a coverage is written while it happens: the form on top, the entries below, newest first. */
export default async function LiveDesk({
  params,
  searchParams,
}: {
  params: ArticleParams;
  searchParams: Query;
}) {
  const { id } = await params;
  const { person } = await requireStaff('publish', `/newsroom/articles/${id}/live`);
  const number = numberIn(id);
  const coverage = number === null ? undefined : await getCoverage(number);
  if (!coverage) notFound();
  const path = deskPath(coverage.number, '/live');
  const query = await searchParams;
  const [edited, before, again] = await Promise.all(
    [single(query.edit), single(query.before), single(query.from)].map((entryId) =>
      isId(entryId) ? getEntry(coverage.id, entryId) : undefined,
    ),
  );
  const now = new Date();
  const [t, dates, rows] = await Promise.all([
    getTranslations('newsroom.live'),
    getDateSettings((await getLocale()) as Locale),
    listForDesk(coverage.id, { limit: PER_PAGE + 1, ...(before && { before }) }),
  ]);
  const entries = rows.slice(0, PER_PAGE);
  const context = await getBodyContext(
    entries.map((entry) => entry.body),
    coverage.locale,
    now,
  );
  const entry = edited?.removedAt ? undefined : edited;
  const texts = entry ? await listEntryTexts(coverage.id, entry.id) : [];
  const text = texts.find(({ id: each }) => each === single(query.text));
  const words = entry ? text : again;
  const isSeen =
    coverage.status === 'published' && coverage.publishedAt !== null && coverage.publishedAt <= now;
  return (
    <div className="space-y-6">
      <ArticleTop article={coverage} headline={coverage.headline} number={coverage.number} current="live" />
      <CoverageState coverage={coverage} isSeen={isSeen} />
      <Outcome query={query} isSeen={isSeen} />
      <Block
        title={t(entry ? 'editTitle' : 'newTitle')}
        aside={
          entry && (
            <a href={path} className={buttonStyle.text}>
              {t('cancel')}
            </a>
          )
        }
      >
        {words && (
          <p className="mb-3 border-s-4 border-amber ps-3 text-meta">
            {t(entry ? 'earlier.lead' : 'earlier.again')}
          </p>
        )}
        <Composer
          key={`${entry?.id ?? 'new'} ${words?.id ?? ''}`}
          userId={person.id}
          number={coverage.number}
          lang={coverage.locale}
          timeZone={dates.timeZone}
          entry={entry}
          words={words}
        />
        {entry && texts.length > 0 && (
          <div className="mt-4">
            <EarlierTexts
              texts={texts}
              path={path}
              entryId={entry.id}
              lang={coverage.locale}
              dates={dates}
              current={text?.id}
            />
          </div>
        )}
      </Block>
      <Entries
        isEmpty={entries.length === 0}
        {...(rows.length > PER_PAGE && { olderHref: withQuery(path, { before: entries.at(-1)!.id }) })}
      >
        <EntryList
          entries={entries}
          number={coverage.number}
          lang={coverage.locale}
          dates={dates}
          context={context}
          asked={single(query.ask)}
          newest={single(query.entry)}
        />
      </Entries>
    </div>
  );
}
