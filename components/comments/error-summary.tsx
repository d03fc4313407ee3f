import { useTranslations } from 'next-intl';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import type { CommentFault, FormFault } from '#lib/comments/form-state.ts';
import { minePath } from '#lib/comments/own-path.ts';
import { useFaultText } from './fault-text.ts';

/** Errors that mean that the comment has arrived before. */
const SENT: CommentFault[] = ['duplicate', 'tokenUsed'];
const link = 'inline-flex min-h-11 items-center text-madder underline hover:text-ink';

export const faultId = (field: string) => `comment-${field}-fault`;

/** Lists every error with a link to its field. Takes the focus when the page loads after a rejected form. */
export function ErrorSummary({ faults, dates }: { faults: FormFault[]; dates: DateSettings }) {
  const t = useTranslations('comments');
  const textOf = useFaultText(dates);
  return (
    <div
      role="alert"
      tabIndex={-1}
      autoFocus
      aria-labelledby="faults-title"
      className="mb-6 border-2 border-madder p-4"
    >
      <h3 id="faults-title" className="text-h3">
        {t('faultsTitle', { count: faults.length, n: formatNumber(faults.length, dates) })}
      </h3>
      <ul className="mt-1">
        {faults.map((fault) => (
          <li key={fault.field}>
            {/* The comment was sent already: the link leads to the writer's comments instead of a field. */}
            {SENT.includes(fault.message) ? (
              <a href={minePath(dates.locale)} className={link}>
                {textOf(fault)} {t('mine.find')}
              </a>
            ) : (
              <a
                href={fault.field === 'form' ? '#comment-submit' : `#comment-${fault.field}`}
                className={link}
              >
                {textOf(fault)}
              </a>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-meta text-ink-soft">{t('kept')}</p>
    </div>
  );
}
