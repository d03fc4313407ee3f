import { getLocale, getTranslations } from 'next-intl/server';
import { Block } from '#components/newsroom/ui/block.tsx';
import { MarkedPieces } from '#components/newsroom/ui/marked-pieces.tsx';
import { listBylines, listPickedMedia } from '#db/articles/desk-lookups.ts';
import { listSections } from '#db/paper/sections.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { formatDateTime } from '#lib/arabic/dates.ts';
import type { ArticleContent } from '#lib/articles/content.ts';
import { CONTENT_KEYS, contentLine, type LineNames } from '#lib/articles/lines.ts';
import { diffBodies } from '#lib/body/block-diff.ts';
import { diffText } from '#lib/text/text-diff.ts';
import { dirOf, editions, nameIn, type Paired } from '#lib/locales.ts';

type Props = {
  before: ArticleContent;
  after: ArticleContent;
  /** Omits the paragraphs that both texts have. */
  onlyChanges?: boolean;
};

/** Two texts of one article: removed words are struck out, added words are underlined. */
export async function Difference({ before, after, onlyChanges = false }: Props) {
  const locale = await getLocale();
  const mediaOf = ({ lead, socialMediaId }: ArticleContent) => [lead.mediaId, socialMediaId];
  const [t, fields, screen, dates, sections, authors, pictures] = await Promise.all([
    getTranslations('newsroom.writing.history'),
    getTranslations('newsroom.writing.fields'),
    getTranslations('newsroom.writing.screen'),
    getDateSettings(locale),
    listSections(),
    listBylines(),
    listPickedMedia([...mediaOf(before), ...mediaOf(after)].filter((id) => id !== null)),
  ]);
  const nameOf = (list: ({ id: string } & Paired<'name'>)[]) => (id: string) => {
    const found = list.find((each) => each.id === id);
    return found ? nameIn(found, locale) : '';
  };
  const names: LineNames = {
    section: nameOf(sections),
    author: nameOf(authors),
    picture: (id) => pictures.find((picture) => picture.id === id)?.alt || '#',
    priority: (priority) => screen(`priority_${priority}`),
    moment: (iso) => formatDateTime(new Date(iso), dates),
    words: {
      yes: screen('yes'),
      no: screen('no'),
      decorative: screen('decorative'),
      ...editions.forEach((edition) => screen(edition)),
      article: screen('article'),
      live: screen('live_kind'),
    },
  };
  const words = { added: screen('added'), removed: screen('removed') };
  const lines = CONTENT_KEYS.map((key) => ({
    key,
    from: contentLine(before, key, names),
    to: contentLine(after, key, names),
  })).filter(({ from, to }) => from !== to);
  const all = diffBodies(before.body, after.body);
  const blocks = onlyChanges ? all.filter(({ change }) => change !== 'same') : all;
  const hasOtherBody = all.some(({ change }) => change !== 'same');
  const { locale: lang } = after;
  return (
    <>
      <p className="text-ink-soft">
        <ins className="text-leaf decoration-2 underline-offset-4">{screen('added')}</ins> ·{' '}
        <del className="text-madder decoration-2">{screen('removed')}</del>
      </p>
      {lines.length === 0 && !hasOtherBody && <p>{t('noChange')}</p>}
      {lines.length > 0 && (
        <Block title={t('fieldsTitle')}>
          <dl className="space-y-3">
            {lines.map(({ key, from, to }) => (
              <div key={key} className="sm:grid sm:grid-cols-[10rem_minmax(0,1fr)] sm:gap-4">
                <dt className="text-ink-soft">{fields(key)}</dt>
                <dd lang={lang} dir="auto" className="break-words">
                  <MarkedPieces pieces={diffText(from, to)} words={words} />
                </dd>
              </div>
            ))}
          </dl>
        </Block>
      )}
      {hasOtherBody && (
        <Block title={fields('body')}>
          <div lang={lang} dir={dirOf(lang)} className="space-y-3 font-serif text-comment">
            {blocks.map(({ type, change, pieces }, n) => (
              <div key={n} className={change === 'same' ? 'text-ink-soft' : 'border-s-4 border-sea ps-3'}>
                {(type !== 'paragraph' || change === 'restyled') && (
                  <p className="font-sans text-caption text-ink-soft">
                    {[
                      type !== 'paragraph' && t(`blocks.${type}`),
                      change === 'restyled' && screen('restyled'),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                )}
                <p className="whitespace-pre-wrap">
                  <MarkedPieces pieces={pieces} words={words} />
                </p>
              </div>
            ))}
          </div>
        </Block>
      )}
    </>
  );
}
