import { eq } from 'drizzle-orm';
import type { ArticleContent } from '#lib/articles/content.ts';
import { docFromLines } from '#lib/body/from-lines.ts';
import type { Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { beginArticle, getDraft, saveDraft } from '#db/articles/drafts.ts';
import { publishDraft } from '#db/articles/publish-draft.ts';
import { sections } from '#db/tables/tables.ts';
import { NOON } from './articles.ts';

export async function sectionId(slug = 'local'): Promise<string> {
  const [row] = await db().select({ id: sections.id }).from(sections).where(eq(sections.slug, slug));
  return row!.id;
}

/** Fields that pass all checks before publication. */
export const whole = (changes: Partial<ArticleContent> = {}): Partial<ArticleContent> => ({
  standfirst: 'مقدمة',
  source: 'مداد',
  tags: ['نقل'],
  body: docFromLines(['نص الخبر كما كُتب.']),
  ...changes,
});

/** Creates a draft and fills its fields. */
export async function write(person: Person, changes: Partial<ArticleContent> = {}, now = NOON) {
  const { headline = 'خبر من المكتب', locale = 'ar', kind = 'article' } = changes;
  const { id } = await beginArticle(
    { locale, kind, headline, sectionId: changes.sectionId ?? (await sectionId()) },
    person,
    now,
  );
  return { id, ...(await type(id, person, { ...whole(), ...changes }, now)) };
}

/** Changes fields of the working copy, as autosave does. */
export async function type(articleId: string, person: Person, changes: Partial<ArticleContent>, now = NOON) {
  const { draft } = (await getDraft(articleId))!;
  const saved = await saveDraft(
    { articleId, content: { ...draft.content, ...changes }, version: draft.version },
    person,
    now,
  );
  if ('fault' in saved) throw new Error(saved.fault);
  return { version: saved.version };
}

/** Publishes the current working copy. */
export async function publishNow(articleId: string, person: Person, now = NOON, at?: Date) {
  const { draft } = (await getDraft(articleId))!;
  const published = await publishDraft({ articleId, version: draft.version, ...(at && { at }) }, person, now);
  if ('fault' in published) throw new Error(JSON.stringify(published));
  return published;
}
