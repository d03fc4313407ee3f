import { useTranslations } from 'next-intl';
import type { PublicEntry } from '#db/live/entries.ts';
import {
  formatDate,
  formatDateTime,
  formatDay,
  formatTime,
  isoDate,
  type DateSettings,
} from '#lib/arabic/dates.ts';
import type { BodyContext } from '#lib/body/context.ts';
import { renderBody } from '#lib/body/render.ts';
import { mixedText } from '#lib/text/mixed-text.ts';

type Props = {
  entry: PublicEntry;
  dates: DateSettings;
  context: BodyContext;
  /** The path of the article, as links use it. */
  path: string;
  /**
   * Published after the cursor of the request. An open page offers such an entry and applies other changes at
   * once.
   */
  isNew?: boolean;
};

/**
 * One entry of a live coverage. Its link contains its id, so it still finds the entry when newer ones push it
 * to another page.
 */
export function LiveEntry({ entry, dates, context, path, isNew = false }: Props) {
  const t = useTranslations('live');
  // The date of the entry is shown beside it. The edit time repeats the date only if it differs.
  const editedTime =
    entry.editedAt &&
    (formatDay(entry.editedAt, dates) === formatDay(entry.at, dates) ? formatTime : formatDateTime)(
      entry.editedAt,
      dates,
    );
  return (
    <li
      id={`entry-${entry.id}`}
      data-at={isoDate(entry.at)}
      data-v={entry.updatedAt.getTime()}
      tabIndex={-1}
      className="live-entry"
      {...(entry.isPinned && { 'data-pinned': '' })}
      {...(isNew && { 'data-new': '' })}
    >
      <p className="flex flex-wrap items-baseline gap-x-3 text-meta">
        <a
          href={`${path}?live=${entry.id}#entry-${entry.id}`}
          className="-my-2 inline-block py-2 text-ink-soft hover:text-sea"
        >
          <time dateTime={isoDate(entry.at)}>
            <b className="text-ui font-bold text-ink">{formatTime(entry.at, dates)}</b> ·{' '}
            {formatDate(entry.at, dates)}
          </time>
        </a>{' '}
        {entry.editedAt && (
          <span className="text-ink-soft">
            {t.rich('edited', { time: () => <time dateTime={isoDate(entry.editedAt!)}>{editedTime}</time> })}
          </span>
        )}{' '}
        {entry.isPinned && <span className="font-bold text-sea">{t('pinned')}</span>}{' '}
        {entry.isKey && <span className="font-bold text-madder">{t('keyMoment')}</span>}
      </p>
      {entry.headline && <h3 className="mt-1 text-h3">{mixedText(entry.headline, dates.locale)}</h3>}
      <div className="article-body mt-3">{renderBody(entry.body, context)}</div>
    </li>
  );
}
