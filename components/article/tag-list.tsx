import { useTranslations } from 'next-intl';
import { localePath, type Locale } from '#lib/locales.ts';
import { mixedText } from '#lib/text/mixed-text.ts';

export function TagList({ tags, locale }: { tags: { slug: string; name: string }[]; locale: Locale }) {
  const t = useTranslations('article');
  if (tags.length === 0) return null;
  return (
    <section aria-labelledby="tags" className="mt-10">
      <h2 id="tags" className="text-meta font-bold text-ink-soft">
        {t('tags')}
      </h2>
      <ul className="-ms-2 mt-1 flex flex-wrap gap-x-1">
        {tags.map((tag) => (
          <li key={tag.slug}>
            <a
              rel="tag"
              href={localePath(locale, `/tag/${tag.slug}`)}
              className="inline-flex min-h-11 items-center rounded-paper border border-transparent px-2 text-ui text-ink-soft hover:border-hairline hover:text-ink"
            >
              <span aria-hidden="true">#</span>
              {mixedText(tag.name, locale)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
