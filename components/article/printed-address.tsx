import { useTranslations } from 'next-intl';

/** Where the article is found again by whoever has it on paper: the short address, which can be typed. */
export function PrintedAddress({ url }: { url: string }) {
  const t = useTranslations('article');
  return (
    <p className="print-only mt-8 text-meta text-ink-soft">
      {t('shortLink')}: <bdi dir="ltr">{url}</bdi>
    </p>
  );
}
