import { useTranslations } from 'next-intl';
import type { ArticlePage } from '#db/articles/articles.ts';
import { mixedText } from '#lib/text/mixed-text.ts';
import { Picture } from '../ui/picture.tsx';

export function LeadFigure({ article }: { article: ArticlePage }) {
  const t = useTranslations('article');
  if (!article.image) return null;
  const credit = article.leadCredit || article.image.credit;
  const alt = article.leadDecorative ? '' : article.leadAlt || article.image.alt;
  return (
    <figure className="mt-6">
      <Picture
        source={article.image}
        alt={alt}
        first
        sizes="(width >= 64rem) 660px, 100vw"
        className="rounded-paper"
      />
      <figcaption className="mt-2 text-caption text-ink-soft">
        {article.leadCaption && (
          <>
            <span className="sr-only">{t('captionLabel')} </span>
            {mixedText(article.leadCaption, article.locale)}{' '}
          </>
        )}
        {credit && (
          <span className="whitespace-nowrap">
            <span className="sr-only">{t('credit')} </span>({mixedText(credit, article.locale)})
          </span>
        )}
      </figcaption>
    </figure>
  );
}
