import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Block } from '#components/newsroom/block.tsx';
import { buttonStyle } from '#components/newsroom/button.ts';
import { MarkedPieces } from '#components/newsroom/marked-pieces.tsx';
import { listBylines, listPickedMedia } from '#db/desk-article.ts';
import { getRevision, listRevisions } from '#db/revisions.ts';
import { listSections } from '#db/sections.ts';
import { getDateSettings } from '#db/settings.ts';
import { formatDateTime } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import type { ArticleContent } from '#lib/article-content.ts';
import { CONTENT_KEYS, contentLine, type LineNames } from '#lib/article-lines.ts';
import { diffBodies } from '#lib/body/block-diff.ts';
import { diffText } from '#lib/text-diff.ts';
import { single, type Query } from '../../../../../_query.ts';
import { ArticleTop } from '../../_article-top.tsx';
import { deskPath, openArticle, type ArticleParams } from '../../_article.ts';
import { restore } from '../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.writing.history'))('compareTitle') };
}

/** Two texts of one article, what went struck out and what came underlined. */
export default async function ComparePage({ params, searchParams }: { params: ArticleParams; searchParams: Query }) {
  const { article, draft, number } = await openArticle(params, '/revisions');
  const query = await searchParams;
  const locale = await getLocale();
  const [t, fields, screen, dates, revisions, sections, authors] = await Promise.all([
    getTranslations('newsroom.writing.history'), getTranslations('newsroom.writing.fields'), getTranslations('newsroom.writing.screen'), getDateSettings(locale), listRevisions(article.id), listSections(), listBylines(),
  ]);
  const nameOf = (list: { id: string; nameAr: string; nameEn: string }[]) => (id: string) => {
    const found = list.find((each) => each.id === id);
    return found ? (locale === 'ar' ? found.nameAr : found.nameEn) : '';
  };
  async function read(asked: string) {
    if (asked === 'draft') return { name: t('draft'), content: draft.content, id: null };
    const listed = revisions.find((revision) => String(revision.number) === asked);
    const revision = listed && (await getRevision(listed.id));
    return revision && { name: t('revision', { n: formatNumber(revision.number, dates) }), content: revision.content, id: revision.id };
  }
  const [before, after] = await Promise.all([read(single(query.from)), read(single(query.to) || 'draft')]);
  if (!before || !after) notFound();

  const mediaOf = ({ lead, socialMediaId }: ArticleContent) => [lead.mediaId, socialMediaId];
  const pictures = await listPickedMedia([...mediaOf(before.content), ...mediaOf(after.content)].filter((id) => id !== null));
  const names: LineNames = {
    section: nameOf(sections), author: nameOf(authors), picture: (id) => pictures.find((picture) => picture.id === id)?.alt || '#',
    priority: (priority) => screen(`priority_${priority}`), moment: (iso) => formatDateTime(new Date(iso), dates),
    words: { yes: screen('yes'), no: screen('no'), decorative: screen('decorative'), ar: screen('ar'), en: screen('en'), article: screen('article'), live: screen('live_kind') },
  };
  const words = { added: screen('added'), removed: screen('removed') };
  const lines = CONTENT_KEYS.map((key) => ({ key, from: contentLine(before.content, key, names), to: contentLine(after.content, key, names) })).filter(({ from, to }) => from !== to);
  const blocks = diffBodies(before.content.body, after.content.body);
  const hasOtherBody = blocks.some(({ change }) => change !== 'same');
  const { locale: lang } = after.content;
  return (
    <div className="space-y-6">
      <ArticleTop article={article} headline={draft.content.headline} current="revisions" number={number} />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h2 className="text-h3">{t('between', { from: before.name, to: after.name })}</h2>
        <a href={deskPath(number, '/revisions')} className={buttonStyle.text}>{t('backToList')}</a>
      </div>
      <p className="text-ink-soft"><ins className="text-leaf decoration-2 underline-offset-4">{screen('added')}</ins> · <del className="text-madder decoration-2">{screen('removed')}</del></p>
      {lines.length === 0 && !hasOtherBody && <p>{t('noChange')}</p>}
      {lines.length > 0 && (
        <Block title={t('fieldsTitle')}>
          <dl className="space-y-3">
            {lines.map(({ key, from, to }) => (
              <div key={key} className="sm:grid sm:grid-cols-[10rem_minmax(0,1fr)] sm:gap-4">
                <dt className="text-ink-soft">{fields(key)}</dt>
                <dd lang={lang} dir="auto" className="break-words"><MarkedPieces pieces={diffText(from, to)} words={words} /></dd>
              </div>
            ))}
          </dl>
        </Block>
      )}
      {hasOtherBody && (
        <Block title={fields('body')}>
          <div lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'} className="space-y-3 font-serif text-comment">
            {blocks.map(({ type, change, pieces }, n) => (
              <div key={n} className={change === 'same' ? 'text-ink-soft' : 'border-s-4 border-sea ps-3'}>
                {(type !== 'paragraph' || change === 'restyled') && (
                  <p className="font-sans text-caption text-ink-soft">{[type !== 'paragraph' && t(`blocks.${type}`), change === 'restyled' && screen('restyled')].filter(Boolean).join(' · ')}</p>
                )}
                <p className="whitespace-pre-wrap"><MarkedPieces pieces={pieces} words={words} /></p>
              </div>
            ))}
          </div>
        </Block>
      )}
      {before.id && (
        <form action={restore.bind(null, number)}>
          <input type="hidden" name="revision" value={before.id} />
          <input type="hidden" name="version" value={draft.version} />
          <button className={buttonStyle.plain}>{t('restoreThis', { name: before.name })}</button>
        </form>
      )}
    </div>
  );
}
