import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Block } from '#components/newsroom/block.tsx';
import { buttonStyle } from '#components/newsroom/button.ts';
import { Empty } from '#components/newsroom/empty.tsx';
import { LiveComposer } from '#components/newsroom/live-composer.tsx';
import { Notice } from '#components/newsroom/notice.tsx';
import { getDeskArticle } from '#db/desk-article.ts';
import { isId } from '#db/ids.ts';
import { getCoverage, getEntry, listForDesk } from '#db/live-entries.ts';
import { getDateSettings } from '#db/settings.ts';
import { localDateTime } from '#lib/arabic/local-time.ts';
import { articlePath } from '#lib/article-path.ts';
import { docToLines } from '#lib/body/to-lines.ts';
import type { Locale } from '#lib/locales.ts';
import { getBodyContext } from '../../../../../[locale]/body-context.ts';
import { single, withQuery, type Query } from '../../../../_query.ts';
import { requireStaff } from '../../../../_session.ts';
import { EntryList } from './_entry-list.tsx';
import { markEntry, writeEntry } from './actions.ts';

const PER_PAGE = 50;
const DONE = ['added', 'changed', 'remove', 'pin', 'unpin', 'end', 'reopen'] as const;
const FAULTS = ['gone', 'conflict'] as const;
const WORDS = ['body', 'bodyHint', 'headline', 'headlineHint', 'at', 'atHint', 'isKey', 'isPinned', 'preview', 'previewed', 'keys'] as const;

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.live'))('title') };
}

/** Where a coverage is written while it happens: the form on top, what was written below, newest first. */
export default async function LiveDesk({ params, searchParams }: Props) {
  const { id } = await params;
  const path = `/newsroom/articles/${id}/live`;
  await requireStaff('publish', path);
  // By its number as well, like the article's other pages.
  const numbered = /^[1-9]\d{0,8}$/.test(id) ? await getDeskArticle(Number(id)) : undefined;
  if (numbered) redirect(`/newsroom/articles/${numbered.id}/live`);
  const coverage = isId(id) ? await getCoverage(id) : undefined;
  if (!coverage) notFound();
  const query = await searchParams;
  const [edited, before] = await Promise.all([single(query.edit), single(query.before)].map((entryId) => (isId(entryId) ? getEntry(id, entryId) : undefined)));
  const now = new Date();
  const [t, dates, rows] = await Promise.all([
    getTranslations('newsroom.live'), getDateSettings((await getLocale()) as Locale), listForDesk(id, { limit: PER_PAGE + 1, ...(before && { before }) }),
  ]);
  const entries = rows.slice(0, PER_PAGE);
  const context = await getBodyContext(entries.map((entry) => entry.body), coverage.locale, now);
  const entry = edited?.removedAt ? undefined : edited;
  const isSeen = coverage.status === 'published' && coverage.publishedAt !== null && coverage.publishedAt <= now;
  const done = DONE.find((each) => each === query.done);
  const fault = FAULTS.find((each) => each === query.fault);
  const words = { ...(Object.fromEntries(WORDS.map((key) => [key, t(`form.${key}`)])) as Record<(typeof WORDS)[number], string>), send: t(entry ? 'form.save' : 'form.send') };
  return (
    <div className="space-y-6">
      <div>
        <h1 className="text-h2">{t('title')}</h1>
        <p className="font-medium"><bdi lang={coverage.locale}>{coverage.headline}</bdi></p>
        <div className="flex flex-wrap items-center gap-x-5">
          <p className={coverage.liveEndedAt ? 'text-ink-soft' : 'font-bold text-madder'}>{t(coverage.liveEndedAt ? 'ended' : isSeen ? 'goesOn' : 'notSeen')}</p>
          {isSeen && <a href={encodeURI(articlePath(coverage))} className={buttonStyle.text}>{t('toPage')}</a>}
          <a href={`/newsroom/articles/${id}`} className={buttonStyle.text}>{t('toArticle')}</a>
        </div>
      </div>
      {fault && <Notice tone="fault"><p>{t(`faults.${fault}`)}</p></Notice>}
      {done && <Notice tone="done"><p>{t(`done.${done}`)}</p></Notice>}
      <Block
        title={t(entry ? 'editTitle' : 'newTitle')}
        aside={entry && <a href={path} className={buttonStyle.text}>{t('cancel')}</a>}
      >
        <LiveComposer
          key={entry?.id ?? single(query.entry)}
          action={writeEntry}
          words={words}
          lang={coverage.locale}
          hidden={{ articleId: id, ...(entry && { entryId: entry.id, seenAt: String(entry.updatedAt.getTime()) }) }}
          initial={{
            headline: entry?.headline ?? '', body: entry ? docToLines(entry.body).join('\n') : '', at: entry ? localDateTime(entry.at, dates.timeZone) : '',
            isKey: entry?.isKey ?? false, isPinned: entry?.isPinned ?? false,
          }}
        />
      </Block>
      <section aria-labelledby="entries" className="space-y-3">
        <div className="flex flex-wrap items-center justify-between gap-x-6">
          <h2 id="entries" className="text-h3">{t('entries')}</h2>
          <form action={markEntry}>
            <input type="hidden" name="articleId" value={id} />
            <button name="act" value={coverage.liveEndedAt ? 'reopen' : 'end'} className={coverage.liveEndedAt ? buttonStyle.plain : buttonStyle.risky}>{t(coverage.liveEndedAt ? 'reopen' : 'end')}</button>
          </form>
        </div>
        {entries.length === 0 && <Empty title={t('empty')} hint={t('emptyHint')} />}
        <EntryList entries={entries} articleId={id} lang={coverage.locale} dates={dates} context={context} asked={single(query.ask)} newest={single(query.entry)} />
        {rows.length > PER_PAGE && <a href={withQuery(path, { before: entries.at(-1)!.id })} className={buttonStyle.text}>{t('older')}</a>}
      </section>
    </div>
  );
}
