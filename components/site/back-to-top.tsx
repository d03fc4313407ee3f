import { useTranslations } from 'next-intl';
import { Icon } from '../ui/icon.tsx';

/** A link to the first element of the page, so that the focus moves there too. */
export function BackToTop() {
  const t = useTranslations('site');
  return (
    <a
      href="#top"
      title={t('backToTopShort')}
      className="to-top inline-flex size-12 items-center justify-center rounded-full border border-hairline bg-sheet text-ink hover:border-sea hover:text-sea"
    >
      <Icon name="up" className="size-6" />
      <span className="sr-only">{t('backToTop')}</span>
    </a>
  );
}
