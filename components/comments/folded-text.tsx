import { useTranslations } from 'next-intl';
import { foldLong } from '#lib/comments/fold-long.ts';
import { CommentText } from './comment-text.tsx';

/** A reader's text. The end of a long one is folded, so that it does not push other comments off the page. */
export function FoldedText({ text }: { text: string }) {
  const t = useTranslations('comments');
  const [shown, rest] = foldLong(text);
  return (
    <>
      <CommentText text={shown} />
      {rest !== '' && (
        <details className="comment-rest">
          <summary className="inline-flex min-h-11 items-center text-meta text-sea underline">
            {t('readOn')}
          </summary>
          <CommentText text={rest} />
        </details>
      )}
    </>
  );
}
