import { useTranslations } from 'next-intl';
import { cleanLine, cleanMultiline } from '#lib/arabic/bidi.ts';
import type { CommentFormState } from '#lib/comments/form-state.ts';
import { Avatar } from './avatar.tsx';
import { CommentText } from './comment-text.tsx';
import { Words } from '../ui/words.tsx';

/**
 * The comment as it will appear, with a button that sends it and a link back to the form. It is not sent yet.
 */
export function CommentPreview({ values }: { values: Pick<CommentFormState['values'], 'name' | 'body'> }) {
  const t = useTranslations('comments');
  const name = cleanLine(values.name);
  return (
    <section
      aria-labelledby="preview-title"
      className="no-print mt-10 border-2 border-sea bg-sheet p-4 sm:p-8"
    >
      <h2 id="preview-title" tabIndex={-1} autoFocus className="text-h3">
        {t('previewTitle')}
      </h2>
      <p className="mt-2 text-meta font-bold text-amber">{t('previewNote')}</p>
      <div className="mt-4 border-y border-hairline py-5">
        <p className="flex items-center gap-3 text-ui font-bold wrap-anywhere">
          <Avatar name={name} />
          <Words of={name} />
        </p>
        <div className="mt-3">
          <CommentText text={cleanMultiline(values.body)} />
        </div>
      </div>
      <p className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
        <button
          type="submit"
          form="comment-form"
          className="min-h-12 rounded-paper bg-sea px-8 text-ui font-medium text-on-sea hover:bg-ink hover:text-paper"
        >
          {t('previewSend')}
        </button>{' '}
        <a href="#comment-body" className="inline-flex min-h-11 items-center text-ui text-sea underline">
          {t('previewEdit')}
        </a>
      </p>
    </section>
  );
}
