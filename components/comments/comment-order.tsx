import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { SORTS, type Sort } from '#lib/comments/sorts.ts';

/** The URL of a position in the list of threads. It omits the default order. */
export const listHref = (
  path: string,
  sort: Sort,
  place: { after?: string; before?: string } = {},
): string => {
  const query = Object.entries({ ...(sort !== SORTS[0] && { sort }), ...place })
    .map(([key, value]) => `${key}=${value}`)
    .join('&');
  return `${path}${query && `?${query}`}#comments`;
};

/** Links that change the order of the comments. */
export function CommentOrder({ path, sort }: { path: string; sort: Sort }) {
  const t = useTranslations('comments.order');
  return (
    <nav aria-label={t('label')} className="no-print mt-1 flex flex-wrap gap-x-4 text-meta">
      {SORTS.map((each) => (
        <Fragment key={each}>
          <a
            href={listHref(path, each)}
            rel="nofollow"
            aria-current={each === sort ? 'true' : undefined}
            className="inline-flex min-h-11 items-center text-ink-soft hover:text-sea aria-[current]:font-bold aria-[current]:text-ink"
          >
            {t(each)}
          </a>{' '}
        </Fragment>
      ))}
    </nav>
  );
}
