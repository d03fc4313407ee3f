import { useTranslations } from 'next-intl';
import type { WriterHistory as History } from '#db/moderation/writers.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { directionOf } from '#lib/arabic/text-direction.ts';
import { states } from '#lib/comments/states.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { Time } from '#components/ui/time.tsx';
import { More } from '#components/newsroom/ui/more.tsx';

/** What the newsroom knows about the writer: earlier decisions, the latest comments, notes of colleagues. */
export function WriterHistory({
  history,
  dates,
  href,
}: {
  history: History;
  dates: DateSettings;
  href: string;
}) {
  const t = useTranslations('newsroom.writer');
  const status = useTranslations('newsroom.status');
  const { counts, others, notes } = history;
  const tallied = Object.fromEntries(
    states.with('isTallied', true).map((state) => [state, formatNumber(counts[state] ?? 0, dates)]),
  );
  if (others.length === 0 && notes.length === 0)
    return <p className="inline-flex min-h-11 items-center text-ink-soft">{t('first')}</p>;
  return (
    <More summary={t('summary', tallied)}>
      {notes.length > 0 && (
        <ul aria-label={t('notes')} className="mb-3 space-y-1">
          {notes.map((note) => (
            <li key={note.id} className="border-s-4 border-amber ps-3">
              <bdi>{note.text}</bdi>
              <span className="text-caption text-ink-soft">
                {' '}
                · <bdi>{note.byName}</bdi> · <Time at={note.createdAt} dates={dates} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <ul aria-label={t('last')} className="divide-y divide-hairline">
        {others.map((each) => (
          <li key={each.id} className="py-2">
            <p dir={directionOf(each.body)} className="line-clamp-2 text-start">
              {each.body}
            </p>
            <p className="text-caption text-ink-soft">
              {status(each.status)} · <Time at={each.createdAt} dates={dates} />
            </p>
          </li>
        ))}
      </ul>
      <a href={href} className="inline-flex min-h-11 items-center text-sea underline hover:text-ink">
        {t('all')}
      </a>
    </More>
  );
}
