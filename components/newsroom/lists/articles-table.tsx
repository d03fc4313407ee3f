import { useTranslations } from 'next-intl';
import type { DeskRow } from '#db/articles/desk-list.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { articlePath } from '#lib/articles/path.ts';
import { can, type Person } from '#lib/people/can.ts';
import { Time } from '#components/ui/time.tsx';
import { DEFAULT_LOCALE, nameIn, sectionNameIn } from '#lib/locales.ts';

type Props = { rows: DeskRow[]; dates: DateSettings; now: Date; person: Person; canPick: boolean };

/** The current state of an article, as one word. */
export function stateOf(
  {
    status,
    publishedAt,
    sentAt,
    returnedAt,
  }: Pick<DeskRow, 'status' | 'publishedAt' | 'sentAt' | 'returnedAt'>,
  now: Date,
) {
  if (status === 'published') return publishedAt && publishedAt > now ? 'scheduled' : 'published';
  if (status !== 'draft') return status;
  return sentAt ? 'sent' : returnedAt ? 'returned' : status;
}

const TONES = {
  draft: 'text-ink-soft',
  sent: 'text-amber',
  returned: 'text-madder',
  scheduled: 'text-sea',
  published: 'text-leaf',
  retracted: 'text-madder',
  trash: 'text-ink-soft',
};

function State({ row, dates, now }: { row: DeskRow; dates: DateSettings; now: Date }) {
  const t = useTranslations('newsroom.articles');
  const state = stateOf(row, now);
  return (
    <>
      <strong className={`font-bold ${TONES[state]}`}>{t(`state.${state}`)}</strong>
      {row.returnedAt && (
        <span className="block max-w-xs text-caption">
          <bdi>{row.returnReason}</bdi>
        </span>
      )}
      {row.isAhead && state === 'published' && (
        <span className="block text-caption text-amber">{t('ahead')}</span>
      )}
      {row.isAhead && state === 'scheduled' && (
        <span className="block text-caption text-amber">{t('aheadOfSchedule')}</span>
      )}
      {row.dueAt && (
        <span className="block text-caption text-sea">
          {t('due')} <Time at={row.dueAt} dates={dates} />
        </span>
      )}
    </>
  );
}

/** The time that matters in the article's state, with a word for what happened or will happen then. */
function When({ row, dates, now }: { row: DeskRow; dates: DateSettings; now: Date }) {
  const t = useTranslations('newsroom.articles.when');
  const state = stateOf(row, now);
  const [word, at] =
    state === 'scheduled'
      ? (['scheduled', row.publishedAt!] as const)
      : state === 'published'
        ? (['published', row.publishedAt!] as const)
        : state === 'sent'
          ? (['sent', row.sentAt!] as const)
          : (['updated', row.updatedAt] as const);
  return (
    <>
      <span className="text-caption text-ink-soft">{t(word)}</span>{' '}
      <Time at={at} dates={dates} className="md:block" />
    </>
  );
}

const cell = 'py-1 md:border-t md:border-hairline md:px-3 md:py-3 md:align-top';
/** The column's name, shown before the value where a row is a card. */
const Named = ({ name }: { name: string }) => (
  <span className="me-1 text-caption text-ink-soft md:hidden" aria-hidden="true">
    {name}
  </span>
);

/** How many readers' comments are approved, for moderators with a link to them. */
function CommentCount({ row, dates, person }: { row: DeskRow; dates: DateSettings; person: Person }) {
  if (row.commentCount === 0) return null;
  return can(person, 'moderate') ? (
    <a href={`/newsroom/comments?status=approved&article=${row.number}`} className="text-sea underline">
      {formatNumber(row.commentCount, dates)}
    </a>
  ) : (
    formatNumber(row.commentCount, dates)
  );
}

function PickBox({ row }: { row: DeskRow }) {
  const t = useTranslations('newsroom.articles');
  return (
    <label className="inline-flex size-11 items-center justify-center md:-my-2.5 md:-ms-3">
      <input
        type="checkbox"
        name="pick"
        value={row.id}
        form="bulk"
        aria-label={t('pickOne', { headline: row.headline || String(row.number) })}
        className="size-5 accent-sea"
      />
    </label>
  );
}

/** A table of articles; on a phone each row is a card. */
export function ArticlesTable({ rows, dates, now, person, canPick }: Props) {
  const t = useTranslations('newsroom.articles');
  const head = 'px-3 pb-2 text-start text-caption font-medium text-ink-soft';
  return (
    <table aria-label={t('title')} className="block w-full md:table">
      <thead className="hidden md:table-header-group">
        <tr>
          {canPick && (
            <th className={head}>
              <span className="sr-only">{t('pick')}</span>
            </th>
          )}
          {(['headline', 'stateLabel', 'section', 'authors', 'time', 'comments'] as const).map((key) => (
            <th key={key} className={head}>
              {t(`columns.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block space-y-3 md:table-row-group">
        {rows.map((row) => {
          const mayWrite = can(person, 'write', row);
          const href = mayWrite
            ? `/newsroom/articles/${row.number}`
            : articlePath({ ...row, sectionSlug: row.sectionSlug });
          return (
            <tr
              key={row.id}
              className="relative block border border-hairline bg-sheet p-4 md:table-row md:border-0 md:bg-transparent md:p-0"
            >
              {canPick && (
                <td className={`${cell} absolute end-2 top-2 md:static md:table-cell`}>
                  {mayWrite && <PickBox row={row} />}
                </td>
              )}
              <td className={`${cell} block pe-12 md:table-cell md:w-2/5 md:pe-3`}>
                <a href={href} className="inline-block font-bold hover:text-madder md:-my-1 md:py-1">
                  <bdi>{row.headline || t('noHeadline')}</bdi>
                </a>
                <span className="block text-caption text-ink-soft">
                  <bdi dir="ltr">#{row.number}</bdi>
                  {row.kind === 'live' && <> · {t('kinds.live')}</>}
                  {row.locale !== DEFAULT_LOCALE && <> · {t(`editions.${row.locale}`)}</>}
                </span>
              </td>
              <td className={`${cell} block md:table-cell md:min-w-24`}>
                <State row={row} dates={dates} now={now} />
              </td>
              <td className={`${cell} me-4 inline-block md:table-cell`}>
                <bdi>{sectionNameIn(row, dates.locale)}</bdi>
              </td>
              <td
                className={`${cell} ${row.authors.length === 0 && !row.owner ? 'hidden' : 'me-4 inline-block'} md:table-cell md:min-w-24`}
              >
                {row.authors.map((author, place) => (
                  <span key={place}>
                    {place > 0 && t('comma')}
                    <bdi>{nameIn(author, dates.locale)}</bdi>
                  </span>
                ))}
                {row.authors.length === 0 && row.owner && (
                  <span className="text-ink-soft">
                    (<bdi>{row.owner}</bdi>)
                  </span>
                )}
              </td>
              <td className={`${cell} me-4 inline-block whitespace-nowrap md:table-cell`}>
                <When row={row} dates={dates} now={now} />
              </td>
              <td className={`${cell} ${row.commentCount === 0 ? 'hidden' : 'inline-block'} md:table-cell`}>
                <Named name={t('columns.comments')} />
                <CommentCount row={row} dates={dates} person={person} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
