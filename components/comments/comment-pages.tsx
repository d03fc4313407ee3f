import { useTranslations } from 'next-intl';
import type { Sort } from '#lib/comments/sorts.ts';
import { Icon } from '../ui/icon.tsx';
import { listHref } from './comment-order.tsx';

type Props = { path: string; sort: Sort; isFirst: boolean; before?: string; after?: string };

/** Links to the previous, first and next page of threads. */
export function CommentPages({ path, sort, isFirst, before, after }: Props) {
  const t = useTranslations('comments.pages');
  if (isFirst && !after) return null;
  const link = 'inline-flex min-h-11 items-center gap-2 text-meta text-sea hover:underline';
  return (
    <nav
      aria-label={t('label')}
      className="no-print flex flex-wrap items-center justify-between gap-x-6 border-t border-hairline pt-2"
    >
      {before ? (
        <a rel="prev nofollow" href={listHref(path, sort, { before })} className={link}>
          <Icon name="right" className="size-5 ltr:rotate-180" />
          {t('previous')}
        </a>
      ) : (
        <span />
      )}{' '}
      {!isFirst && (
        <a href={listHref(path, sort)} rel="nofollow" className={link}>
          {t('first')}
        </a>
      )}{' '}
      {after ? (
        <a rel="next nofollow" href={listHref(path, sort, { after })} className={link}>
          {t('next')}
          <Icon name="left" className="size-5 ltr:rotate-180" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
