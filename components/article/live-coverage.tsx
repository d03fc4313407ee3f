import { useTranslations } from 'next-intl';
import type { LivePage, PublicEntry } from '#db/live-entries.ts';
import { formatTime, isoDate, type DateSettings } from '#lib/arabic/dates.ts';
import type { BodyContext } from '#lib/body/context.ts';
import { keepNames } from '#lib/keep-names.ts';
import { docText } from '#lib/body/doc-text.ts';
import { LiveEntry } from './live-entry.tsx';
import { LiveUpdates } from './live-updates.tsx';

type Props = {
  page: LivePage;
  endedAt: Date | null;
  dates: DateSettings;
  context: BodyContext;
  /** Of the article, as it stands in links. */
  path: string;
  /** Of the stream of what is new, and of the page that holds it. */
  stream: string;
  url: string;
};

const SUMMARY = 90;

/** What a key moment is called: its headline, or how its text begins. */
function titleOf({ headline, body }: PublicEntry): string {
  const [line = ''] = docText(body).split('\n');
  return headline || (line.length > SUMMARY ? `${line.slice(0, SUMMARY).replace(/\s+\S*$/, '')}…` : line);
}

/** The entries of a live article, newest first, with ways to its key moments and to older pages. */
export function LiveCoverage({ page, endedAt, dates, context, path, stream, url }: Props) {
  const t = useTranslations('live');
  const { entries, pinned, keyMoments, isNewest, newer, older } = page;
  const shown = new Set([...pinned, ...entries].map((entry) => entry.id));
  const parts = { dates, context, path };
  return (
    <section id="live" aria-labelledby="live-title" className="mt-10">
      {keyMoments.length > 0 && (
        <nav aria-labelledby="live-keys" className="mb-8 border-y border-hairline py-4">
          <h2 id="live-keys" className="text-ui font-bold text-madder">{t('keyMoments')}</h2>
          <ol className="mt-1">
            {keyMoments.map((entry) => (
              <li key={entry.id}>
                <a href={shown.has(entry.id) ? `#entry-${entry.id}` : `${path}?live=${entry.id}#entry-${entry.id}`} className="flex min-h-11 items-baseline gap-3 py-2 hover:text-madder">
                  <time dateTime={isoDate(entry.at)} className="shrink-0 text-meta text-ink-soft">{formatTime(entry.at, dates)}</time>
                  <span>{keepNames(titleOf(entry))}</span>
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {!endedAt && <LiveUpdates dates={dates} stream={stream} url={url} last={page.lastId} {...(!isNewest && { href: `${path}#live` })} />}
      <h2 id="live-title" className="border-t-2 border-ink pt-3 text-h3">{t('updates')}</h2>
      {entries.length + pinned.length === 0 && <p className="py-8 text-ink-soft">{t('empty')}</p>}
      {pinned.length > 0 && <ol aria-label={t('pinnedLabel')} className="live-pinned">{pinned.map((entry) => <LiveEntry key={entry.id} entry={entry} {...parts} />)}</ol>}
      <ol id="live-entries" aria-labelledby="live-title">{entries.map((entry) => <LiveEntry key={entry.id} entry={entry} {...parts} />)}</ol>
      {(older || !isNewest) && (
        <nav aria-label={t('pages')} className="flex justify-between gap-4 border-t border-hairline pt-2">
          {isNewest || newer === null ? <span /> : <a rel="prev" href={newer ? `${path}?live=${newer}#live-title` : `${path}#live-title`} className="inline-flex min-h-11 items-center text-sea hover:underline">{t('newer')}</a>}
          {older ? <a rel="next" href={`${path}?live=${older}#live-title`} className="inline-flex min-h-11 items-center text-sea hover:underline">{t('older')}</a> : <span />}
        </nav>
      )}
    </section>
  );
}
