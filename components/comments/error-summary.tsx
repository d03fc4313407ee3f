import { useTranslations } from 'next-intl';
import type { CommentFormState } from '#lib/comments/form-state.ts';

export const faultId = (field: string) => `comment-${field}-fault`;

/** Every fault in words, each leading to its field; takes the focus when the page comes back. */
export function ErrorSummary({ faults }: { faults: CommentFormState['faults'] }) {
  const t = useTranslations('comments');
  return (
    <div role="alert" tabIndex={-1} autoFocus aria-labelledby="faults-title" className="mb-6 border-2 border-madder p-4">
      <h3 id="faults-title" className="text-h3">{t('faultsTitle', { count: faults.length, n: String(faults.length) })}</h3>
      <ul className="mt-2 flex flex-col gap-1">
        {faults.map(({ field, message, limit }) => (
          <li key={field}>
            <a href={field === 'form' ? '#comment-submit' : `#comment-${field}`} className="text-madder underline">
              {t(`faults.${message}`, { limit: String(limit ?? '') })}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-meta text-ink-soft">{t('kept')}</p>
    </div>
  );
}
