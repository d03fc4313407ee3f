import { useLocale, useTranslations } from 'next-intl';
import type { Locale } from '#lib/locales.ts';
import { mixedText } from '#lib/text/mixed-text.ts';

/** What the editors want to know of readers: a closed question keeps the discussion to the matter. */
export function CommentsQuestion({ question }: { question: string }) {
  const t = useTranslations('comments');
  return (
    <div className="mt-4 border-s-3 border-madder bg-sheet p-4">
      <p className="text-meta font-bold text-madder">{t('question')}</p>
      <p className="mt-1 text-h3 wrap-break-word">{mixedText(question, useLocale() as Locale)}</p>
    </div>
  );
}
