import { eq } from 'drizzle-orm';
import { db } from '#db/engine/client.ts';
import { beginArticle, getDraft, saveDraft } from '#db/articles/drafts.ts';
import { getPreviewLink } from '#db/articles/preview.ts';
import { importArticle } from '#db/articles/file-import.ts';
import { publishDraft } from '#db/articles/publish-draft.ts';
import { sections, users } from '#db/tables/tables.ts';
import type { ArticleContent } from '#lib/articles/content.ts';
import { articleInputSchema } from '#lib/articles/input.ts';
import { articlePath } from '#lib/articles/path.ts';
import { docFromLines } from '#lib/body/from-lines.ts';
import type { Person } from '#lib/people/can.ts';
import { firstAdmin } from './instance.ts';

/*
 * Articles that exist before a test. They are made by the newsroom's own functions, in another process than
 * the server.
 */

async function findPerson(email: string): Promise<Person> {
  const [person] = await db().select().from(users).where(eq(users.email, email));
  return person!;
}

/** Runs an action as the first administrator, at the current time. */
export const asEditor = async <T>(act: (editor: Person, now: Date) => Promise<T>): Promise<T> =>
  act(await findPerson(firstAdmin().email), new Date());

export const later = (seconds: number) => new Date(Date.now() + seconds * 1000);

/** A new draft in the section «local», begun by the person with this e-mail address. */
export async function begin(
  headline: string,
  email = firstAdmin().email,
  locale: 'ar' | 'en' = 'ar',
): Promise<{ id: string; number: number }> {
  const [section] = await db().select().from(sections).where(eq(sections.slug, 'local'));
  return beginArticle(
    { locale, kind: 'article', sectionId: section!.id, headline },
    await findPerson(email),
    new Date(),
  );
}

export async function change(id: string, changes: Partial<ArticleContent>): Promise<void> {
  const { draft } = (await getDraft(id))!;
  await asEditor((editor, now) =>
    saveDraft(
      { articleId: id, content: { ...draft.content, ...changes }, version: draft.version },
      editor,
      now,
    ),
  );
}

/** A draft that is complete enough to be published. */
export async function write(headline: string, changes: Partial<ArticleContent> = {}): Promise<string> {
  const { id } = await begin(headline, undefined, changes.locale);
  await change(id, {
    standfirst: 'مقدمة',
    source: 'مداد',
    tags: ['تجربة النشر'],
    body: docFromLines(['نص الخبر كما كُتب.']),
    ...changes,
  });
  return id;
}

export type Published = { id: string; number: number; path: string };

export async function publish(id: string, at?: Date): Promise<Published> {
  const { draft } = (await getDraft(id))!;
  const done = await asEditor((editor, now) =>
    publishDraft({ articleId: id, version: draft.version, ...(at && { at }) }, editor, now),
  );
  if ('fault' in done) throw new Error(JSON.stringify(done));
  return { id, number: done.article.number, path: articlePath({ ...done.article, sectionSlug: 'local' }) };
}

/** The path of a preview link that was requested at this time. */
export async function preview(id: string, at = new Date()): Promise<string> {
  const link = await asEditor((editor) => getPreviewLink(id, editor, at));
  if ('fault' in link) throw new Error(JSON.stringify(link));
  return link.path;
}

/** Publishes a new article, as `npm run article:add` does, and returns its path. */
export const addArticle = async (article: Record<string, unknown>): Promise<string> =>
  articlePath(await importArticle(articleInputSchema.parse({ section: 'local', body: ['نص.'], ...article })));
