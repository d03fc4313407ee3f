import { articlePath } from '#lib/articles/path.ts';
import type { ArticleContent } from '#lib/articles/content.ts';
import { idOf } from '#db/engine/ids.ts';
import { redirectKey } from '#db/paper/redirects.ts';
import type { UsedIn } from '#db/tables/newsroom.ts';
import {
  articleAuthors,
  articles,
  articleTags,
  auditLog,
  corrections,
  drafts,
  liveEntries,
  mediaUsages,
  redirects,
  revisions,
  type Article,
} from '#db/tables/tables.ts';
import { createArticleRows, type MadeRows } from './article-rows.ts';
import type { Library, Making } from './library.ts';
import { toDoc } from './texts.ts';

const ENTRIES = 60;
const ENTRY_EVERY = 600_000;

export type MadeArticle = Pick<Article, 'id' | 'locale' | 'status' | 'commentsOpen'> & { at: Date };

function toContent({ row, bylines, tags }: MadeRows): ArticleContent {
  return {
    locale: row.locale,
    kind: row.kind,
    sectionId: row.sectionId,
    label: row.label,
    headline: row.headline,
    standfirst: row.standfirst,
    source: row.source,
    city: row.city,
    body: row.body,
    authorIds: bylines,
    tags: tags.map(({ name }) => name),
    lead: { mediaId: row.leadMediaId, caption: '', credit: '', alt: '', decorative: false },
    priority: row.priority,
    slug: row.slug,
    seoTitle: row.seoTitle,
    seoDescription: row.seoDescription,
    socialMediaId: row.socialMediaId,
    canonicalUrl: row.canonicalUrl,
    commentsOpen: row.commentsOpen,
    commentsQuestion: row.commentsQuestion,
    commentsCloseAt: null,
    breakingUntil: null,
  };
}

/** Writes the articles of an archive, in the order of their publication. */
export class ArticleWriter {
  private readonly making: Making;
  private readonly library: Library;
  private readonly make: ReturnType<typeof createArticleRows>;
  private readonly add;

  constructor(making: Making, library: Library, count: number) {
    this.making = making;
    this.library = library;
    this.make = createArticleRows(making, library, count);
    const { bulk } = making;
    this.add = {
      article: bulk.into(articles),
      tag: bulk.into(articleTags),
      author: bulk.into(articleAuthors),
      usage: bulk.into(mediaUsages),
      draft: bulk.into(drafts),
      revision: bulk.into(revisions),
      audit: bulk.into(auditLog),
      correction: bulk.into(corrections),
      redirect: bulk.into(redirects),
      entry: bulk.into(liveEntries),
    };
  }

  write(n: number, at: Date): MadeArticle {
    const made = this.make(n, at);
    const { row, tags, bylines, indexed } = made;
    const { id, locale, status, commentsOpen } = row;
    const editor = this.making.random.pick(this.library.editors);
    this.add.article(row);
    for (const [position, tag] of tags.entries()) this.add.tag({ articleId: id, tagId: tag.id, position });
    for (const [position, authorId] of bylines.entries())
      this.add.author({ articleId: id, authorId, position });
    this.making.bulk.index(indexed);
    this.addUsage(row, 'article', id);
    this.addAudit(row, 'article.begun', row.ownerId, row.createdAt);
    if (status !== 'draft') this.addAudit(row, 'article.published', editor, at);
    if (made.hasHistory) this.addHistory(made, editor);
    this.addNote(row, editor, at);
    if (status === 'published') this.addRedirect(made, editor, at);
    if (row.kind === 'live') this.addEntries(row, editor, at);
    return { id, locale, status, commentsOpen, at };
  }

  private addUsage({ leadMediaId: mediaId }: Article, usedIn: UsedIn, subjectId: string) {
    if (mediaId !== null) this.add.usage({ mediaId, usedIn, subjectId });
  }

  private addHistory(made: MadeRows, userId: string) {
    const { row } = made;
    const { id: articleId, updatedAt } = row;
    const isDraft = row.status === 'draft';
    const content = toContent(made);
    this.add.draft({
      articleId,
      content,
      notes: '',
      version: 4,
      isAhead: isDraft || this.making.random.chance(0.01),
      sentAt: isDraft && this.making.random.chance(0.3) ? updatedAt : null,
      returnReason: '',
      returnedAt: null,
      returnedBy: null,
      previewNonce: '',
      userId,
      updatedAt,
    });
    this.addUsage(row, 'draft', articleId);
    for (const act of isDraft ? (['save'] as const) : (['save', 'publish'] as const)) {
      const id = idOf(`${act} ${articleId}`, updatedAt);
      const number = act === 'save' ? 1 : 2;
      this.add.revision({ id, articleId, number, act, content, note: '', userId, createdAt: updatedAt });
      this.addUsage(row, 'revision', id);
    }
  }

  private addAudit(row: Article, action: string, userId: string | null, createdAt: Date) {
    const { id: subject, number, kind, headline, standfirst } = row;
    const isPublication = action === 'article.published';
    this.add.audit({
      id: idOf(`${action} ${subject}`, createdAt),
      userId,
      action,
      subject,
      detail: { number, kind },
      actId: null,
      before: isPublication ? { headline: '', standfirst: '', body: { words: 0 } } : null,
      after: { headline, ...(isPublication && { standfirst, body: { words: row.wordCount } }) },
      createdAt,
    });
  }

  /** A retraction, or a correction of some of the revised articles. */
  private addNote(row: Article, editor: string, at: Date) {
    const { random, texts } = this.making;
    const isRetracted = row.status === 'retracted';
    if (!isRetracted && !(row.revisedAt && random.chance(0.25))) return;
    const kind = isRetracted ? 'retraction' : random.chance(0.6) ? 'correction' : 'update';
    const publishedAt = row.revisedAt ?? at;
    const id = idOf(`correction ${row.id}`, publishedAt);
    this.add.correction({ id, articleId: row.id, kind, text: texts.line(row.locale, 14).text, publishedAt });
    this.addAudit(row, isRetracted ? 'article.retracted' : 'article.corrected', editor, publishedAt);
  }

  /** The old address of an article whose slug was changed. */
  private addRedirect({ row, sectionSlug }: MadeRows, userId: string, createdAt: Date) {
    if (!this.making.random.chance(0.02)) return;
    const path = articlePath({ ...row, sectionSlug });
    this.add.redirect({
      id: idOf(`redirect ${row.id}`, createdAt),
      fromPath: redirectKey(`${path}-old`),
      toPath: redirectKey(path),
      isAutomatic: this.making.random.chance(0.8),
      userId,
      createdAt,
    });
  }

  private addEntries({ id: articleId, locale }: Article, userId: string, from: Date) {
    const { texts, now } = this.making;
    for (let n = 0; n < ENTRIES; n++) {
      const latest = now.getTime() - (ENTRIES - n) * 1000;
      const at = new Date(Math.min(from.getTime() + n * ENTRY_EVERY, latest));
      this.add.entry({
        id: idOf(`entry ${n} ${articleId}`, at),
        articleId,
        at,
        headline: texts.line(locale, 6).text,
        body: toDoc(texts.paragraphs(locale, 1)),
        isKey: n % 10 === 0,
        isPinned: false,
        userId,
        createdAt: at,
        updatedAt: at,
        editedAt: null,
        removedAt: null,
      });
    }
  }
}
