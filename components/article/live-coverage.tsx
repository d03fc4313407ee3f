import { useTranslations } from 'next-intl';
import type { LivePage } from '#db/live/entries.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import type { BodyContext } from '#lib/body/context.ts';
import { KeyMoments } from './key-moments.tsx';
import { LiveEntry } from './live-entry.tsx';
import { LiveUpdates } from './live-updates.tsx';

type Props = {
  page: LivePage;
  endedAt: Date | null;
  dates: DateSettings;
  context: BodyContext;
  /** The path of the page that shows the coverage, as links use it. */
  path: string;
  /** The stream of changes and the URL that returns them. A preview has neither. */
  news?: { stream: string; url: string };
};

/** The entries of a live article, newest first, with links to its key moments and to older pages. */
export function LiveCoverage({ page, endedAt, dates, context, path, news }: Props) {
  const t = useTranslations('live');
  const { entries, pinned, keyMoments, isNewest, newer, older } = page;
  const parts = { dates, context, path };
  return (
    <section id="live" aria-labelledby="live-title" className="mt-10">
      <KeyMoments
        entries={keyMoments}
        dates={dates}
        path={path}
        shown={new Set([...pinned, ...entries].map((entry) => entry.id))}
      />
      {news && !endedAt && (
        <LiveUpdates
          dates={dates}
          {...news}
          page={path}
          last={page.cursor}
          {...(!isNewest && { href: `${path}#live` })}
        />
      )}
      <h2 id="live-title" className="border-t-2 border-ink pt-3 text-h3">
        {t('updates')}
      </h2>
      {/* A script may add the first entry or the first pinned one: CSS hides what is empty. */}
      <p className="live-empty py-8 text-ink-soft">{t('empty')}</p>
      {isNewest && (
        <ol id="live-pinned" aria-label={t('pinnedLabel')} className="live-pinned">
          {pinned.map((entry) => (
            <LiveEntry key={entry.id} entry={entry} {...parts} />
          ))}
        </ol>
      )}
      <ol id="live-entries" aria-labelledby="live-title">
        {entries.map((entry) => (
          <LiveEntry key={entry.id} entry={entry} {...parts} />
        ))}
      </ol>
      {(older || !isNewest) && (
        <nav aria-label={t('pages')} className="flex justify-between gap-4 border-t border-hairline pt-2">
          {isNewest || newer === null ? (
            <span />
          ) : (
            <a
              rel="prev"
              href={newer ? `${path}?live=${newer}#live-title` : `${path}#live-title`}
              className="inline-flex min-h-11 items-center text-sea hover:underline"
            >
              {t('newer')}
            </a>
          )}{' '}
          {older ? (
            <a
              rel="next"
              href={`${path}?live=${older}#live-title`}
              className="inline-flex min-h-11 items-center text-sea hover:underline"
            >
              {t('older')}
            </a>
          ) : (
            <span />
          )}
        </nav>
      )}
    </section>
  );
}
