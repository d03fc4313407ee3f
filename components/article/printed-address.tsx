import { useTranslations } from 'next-intl';

/** Print only: the short address of the article, which a person can type. */
export function PrintedAddress({ url }: { url: string }) {
  const t = useTranslations('article');
  return (
    <p className="print-only mt-8 text-meta text-ink-soft">
      {t('shortLink')}: <bdi dir="ltr">{url}</bdi>
    </p>
  );
}
