import { getLocale, getTranslations } from 'next-intl/server';
import { Time } from '#components/ui/time.tsx';
import { getDateSettings } from '#db/paper/settings.ts';
import { isOut } from '#db/articles/publish-draft.ts';
import type { Article, Draft } from '#db/tables/tables.ts';
import { deskPath } from './_article.ts';

type Props = {
  article: Article;
  draft?: Draft;
  headline: string;
  number: number;
  current: 'write' | 'publish' | 'revisions' | 'live';
};

/** Head of every page of one article: its headline, its state, and the links to its other pages. */
export async function ArticleTop({ article, draft, headline, number, current }: Props) {
  const [t, dates] = await Promise.all([
    getTranslations('newsroom.writing'),
    getDateSettings(await getLocale()),
  ]);
  const { status, publishedAt, kind } = article;
  const state = status === 'published' && publishedAt && publishedAt > new Date() ? 'scheduled' : status;
  const pages = [
    { key: 'write', href: deskPath(number) },
    { key: 'publish', href: deskPath(number, '/publish') },
    { key: 'revisions', href: deskPath(number, '/revisions') },
    ...(kind === 'live' ? [{ key: 'live', href: deskPath(number, '/live') } as const] : []),
  ] as const;
  return (
    <header className="mb-2">
      <p className="flex flex-wrap gap-x-3 text-caption text-ink-soft">
        <a href="/newsroom/articles" className="underline hover:text-ink">
          {t('allArticles')}
        </a>
        <span>
          {t(`states.${state}`)}
          {draft?.isAhead && isOut(article, new Date()) && (
            <b className="font-bold text-amber"> · {t('aheadOfReaders')}</b>
          )}
        </span>
        {publishedAt && <Time at={publishedAt} dates={dates} />}
        <bdi>#{number}</bdi>
      </p>
      <h1 className="text-h3">
        <bdi>{headline || t('noHeadline')}</bdi>
      </h1>
      <nav aria-label={t('pages')}>
        <ul className="flex flex-wrap gap-x-5">
          {pages.map(({ key, href }) => (
            <li key={key}>
              <a
                href={href}
                {...(key === current && { 'aria-current': 'page' as const })}
                className="inline-flex min-h-11 items-center text-sea underline hover:text-ink aria-[current]:font-bold aria-[current]:text-ink aria-[current]:no-underline"
              >
                {t(`places.${key}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
