import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { getDraft, saveDraft, type ArticleDraft } from '#db/articles/drafts.ts';
import { saveRevision } from '#db/articles/revisions.ts';
import { articleContentSchema, NOTE_MAX } from '#lib/articles/content.ts';
import { isTooDeep } from '#lib/body/depth.ts';
import { line, prose } from '#lib/text/text-field.ts';
import { requireOwnPage } from '#app/newsroom/_session.ts';
import { findArticleForRoute, type ArticleParams } from '../_article.ts';
import { contentFaults } from '../_faults.ts';

const MOST_BYTES = 4_000_000;
const saving = z.strictObject({
  version: z.number().int().positive(),
  content: articleContentSchema,
  notes: prose(2000),
  /** The note of the revision to keep; null keeps none. */
  revision: line(NOTE_MAX).nullable(),
  /** Overwrites what another person saved; their text is kept as a revision first. */
  over: z.boolean(),
});

const asServerDraft = ({ draft, by }: Pick<ArticleDraft, 'draft' | 'by'>) => ({
  version: draft.version,
  content: draft.content,
  isAhead: draft.isAhead,
  notes: draft.notes,
  by: by?.name ?? '',
  at: draft.updatedAt.toISOString(),
});

/** The current working copy, for a page that has an older one. */
export async function GET(_: Request, { params }: { params: ArticleParams }): Promise<Response> {
  const asked = await findArticleForRoute(params);
  if ('status' in asked) return new Response(null, { status: asked.status });
  const found = await getDraft(asked.articleId);
  return found ? Response.json(asServerDraft(found)) : new Response(null, { status: 404 });
}

/** Saves what was typed, every few seconds. With `revision` it also keeps a permanent copy. */
export async function POST(request: Request, { params }: { params: ArticleParams }): Promise<Response> {
  await requireOwnPage();
  const asked = await findArticleForRoute(params);
  if ('status' in asked) return new Response(null, { status: asked.status });
  const { person, articleId } = asked;
  const text = await request.text();
  if (text.length > MOST_BYTES) return new Response(null, { status: 413 });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return new Response(null, { status: 400 });
  }
  if (isTooDeep(json)) return Response.json({ reason: 'nested too deep' }, { status: 400 });
  const parsed = saving.safeParse(json);
  if (!parsed.success) return Response.json({ faults: await contentFaults(parsed.error) }, { status: 422 });
  const { version, content, notes, revision, over } = parsed.data;
  const now = new Date();
  const t = await getTranslations('newsroom.writing');
  if (over) {
    const before = await getDraft(articleId);
    if (before?.draft.version === version)
      await saveRevision(articleId, 'save', t('overNote', { name: before.by?.name ?? '' }), person, now);
  }
  const saved = await saveDraft({ articleId, content, version, notes }, person, now);
  if ('fault' in saved)
    return saved.fault === 'gone'
      ? new Response(null, { status: 410 })
      : Response.json(asServerDraft(saved), { status: 409 });
  if (revision !== null) await saveRevision(articleId, 'save', revision, person, now);
  return Response.json({ version: saved.version, isAhead: saved.isAhead, at: saved.updatedAt.toISOString() });
}
