import { useTranslations } from 'next-intl';
import type { PublicEntry } from '#db/live/entries.ts';
import { formatTime, isoDate, type DateSettings } from '#lib/arabic/dates.ts';
import { docText } from '#lib/body/doc-text.ts';
import { mixedText } from '#lib/text/mixed-text.ts';

type Props = {
  entries: PublicEntry[];
  dates: DateSettings;
  /** The path of the article, as links use it. */
  path: string;
  /** The ids of the entries on the same page. */
  shown?: ReadonlySet<string>;
};

const SUMMARY = 90;

/** The link text of a key moment: its headline, or the beginning of its text. */
function titleOf({ headline, body }: PublicEntry): string {
  const [line = ''] = docText(body).split('\n');
  return headline || (line.length > SUMMARY ? `${line.slice(0, SUMMARY).replace(/\s+\S*$/, '')}…` : line);
}

/**
 * Links to the key moments. Renders the element also without entries: a script may add the first one later.
 */
export function KeyMoments({ entries, dates, path, shown }: Props) {
  const t = useTranslations('live');
  return (
    <div id="live-moments">
      {entries.length > 0 && (
        <nav aria-labelledby="live-keys" className="mb-8 border-y border-hairline py-4">
          <h2 id="live-keys" className="text-ui font-bold text-madder">
            {t('keyMoments')}
          </h2>
          <ol className="mt-1">
            {entries.map((entry) => (
              <li key={entry.id}>
                <a
                  href={
                    shown?.has(entry.id) ? `#entry-${entry.id}` : `${path}?live=${entry.id}#entry-${entry.id}`
                  }
                  className="flex min-h-11 items-baseline gap-3 py-2 hover:text-madder"
                >
                  <time dateTime={isoDate(entry.at)} className="shrink-0 text-meta text-ink-soft">
                    {formatTime(entry.at, dates)}
                  </time>{' '}
                  <span>{mixedText(titleOf(entry), dates.locale)}</span>
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
    </div>
  );
}
