import type { Metadata } from 'next';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import { EditScreen } from '#components/newsroom/writing/edit-screen.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { getBodyAssets } from '#db/articles/body-assets.ts';
import { listBylines, listPickedMedia } from '#db/articles/desk-lookups.ts';
import { isOut } from '#db/articles/publish-draft.ts';
import { getScheduledRevision } from '#db/articles/scheduled.ts';
import { listSections } from '#db/paper/sections.ts';
import { getDateSettings, getSite } from '#db/paper/settings.ts';
import { docMediaIds } from '#lib/body/doc-text.ts';
import { env } from '#lib/env.ts';
import { getPickerWords } from '#app/newsroom/_media-words.ts';
import { ArticleTop } from './_article-top.tsx';
import { deskPath, openArticle, type ArticleParams } from './_article.ts';
import { Returned } from './_returned.tsx';
import { writingWords } from './_words.ts';
import { saveFields } from './actions.ts';
import { nameIn, type Paired } from '#lib/locales.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.writing'))('title') };
}

export default async function EditArticlePage({ params }: { params: ArticleParams }) {
  const { article, draft, by, staff, number } = await openArticle(params);
  const locale = await getLocale();
  const { content } = draft;
  const ids = [...docMediaIds(content.body), content.lead.mediaId, content.socialMediaId].filter(
    (id) => id !== null,
  );
  const [
    dates,
    sections,
    authors,
    pictures,
    words,
    site,
    t,
    messages,
    pickerWords,
    { cards },
    writing,
    waiting,
  ] = await Promise.all([
    getDateSettings(locale),
    listSections(),
    listBylines(),
    listPickedMedia(ids),
    writingWords(),
    getSite(content.locale),
    getTranslations({ locale: content.locale, namespace: 'site' }),
    getMessages(),
    getPickerWords(),
    getBodyAssets([content.body], new Date()),
    getTranslations('newsroom.writing'),
    getScheduledRevision(article.id),
  ]);
  const nameOf = (of: Paired<'name'>) => nameIn(of, locale);
  return (
    <>
      <ArticleTop
        article={article}
        draft={draft}
        headline={content.headline}
        current="write"
        number={number}
      />
      <Returned draft={draft} />
      {(waiting || (article.status === 'published' && !isOut(article, new Date()))) && (
        <Notice tone="waiting">
          <p>
            {writing.rich('waits', {
              a: (chunks) => (
                <a href={deskPath(number, '/publish')} className="text-sea underline hover:text-ink">
                  {chunks}
                </a>
              ),
            })}
          </p>
        </Notice>
      )}
      <EditScreen
        articleId={article.id}
        userId={staff.person.id}
        draft={{
          version: draft.version,
          content,
          isAhead: draft.isAhead,
          notes: draft.notes,
          by: by?.name ?? '',
          at: draft.updatedAt.toISOString(),
        }}
        choices={{
          sections: sections.map((section) => ({
            id: section.id,
            slug: section.slug,
            name: nameOf(section),
          })),
          authors: authors.map((author) => ({ id: author.id, name: nameOf(author) })),
          timeZone: dates.timeZone,
          isPublic: article.publishedAt !== null,
          isOut: isOut(article, new Date()),
          siteName: site.name || t('name'),
          host: new URL(env.siteUrl).host,
          number,
        }}
        pictures={Object.fromEntries(pictures.map((picture) => [picture.id, picture]))}
        dates={dates}
        words={words}
        pickerWords={pickerWords}
        editorWords={messages.newsroom.editor}
        cards={Object.fromEntries([...cards].map(([to, { headline }]) => [to, { headline }]))}
        saveFields={saveFields.bind(null, number)}
      />
    </>
  );
}
