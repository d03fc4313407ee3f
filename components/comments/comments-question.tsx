import { useLocale, useTranslations } from 'next-intl';
import type { Locale } from '#lib/locales.ts';
import { mixedText } from '#lib/text/mixed-text.ts';

/** The question that the editors ask readers. It helps to keep the discussion on the subject. */
export function CommentsQuestion({ question }: { question: string }) {
  const t = useTranslations('comments');
  return (
    <div className="mt-4 border-s-3 border-madder bg-sheet p-4">
      <p className="text-meta font-bold text-madder">{t('question')}</p>
      <p className="mt-1 text-h3 wrap-break-word">{mixedText(question, useLocale() as Locale)}</p>
    </div>
  );
}
