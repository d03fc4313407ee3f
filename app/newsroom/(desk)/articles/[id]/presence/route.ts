import { z } from 'zod';
import { getDraft } from '#db/articles/drafts.ts';
import { keepTab, leaveTab } from '#db/articles/editing-tabs.ts';
import { requireOwnPage } from '#app/newsroom/_session.ts';
import { findArticleForRoute, type ArticleParams } from '../_article.ts';

const saying = z.strictObject({ tabId: z.string().min(1).max(40), leaves: z.boolean().optional() });

/**
 * A tab reports that it has the article open, or that it closes. Returns who else has it open, and the
 * version of the working copy.
 */
export async function POST(request: Request, { params }: { params: ArticleParams }): Promise<Response> {
  await requireOwnPage();
  const asked = await findArticleForRoute(params);
  if ('status' in asked) return new Response(null, { status: asked.status });
  const said = saying.safeParse(await request.json().catch(() => null));
  if (!said.success) return new Response(null, { status: 400 });
  const tab = { articleId: asked.articleId, tabId: said.data.tabId, userId: asked.person.id };
  if (said.data.leaves) {
    await leaveTab(tab);
    return new Response(null, { status: 204 });
  }
  const [others, found] = await Promise.all([keepTab(tab, new Date()), getDraft(asked.articleId)]);
  return Response.json({
    others: others.map(({ userId, name }) => ({ name, isSelf: userId === asked.person.id })),
    version: found?.draft.version ?? 0,
    by: found?.by?.name ?? '',
  });
}
