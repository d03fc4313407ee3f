import { getArticleAddress } from '#db/articles.ts';
import { articlePath } from '#lib/article-path.ts';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ number: string }> };

/** The short address of an article leads to the full one, also after the headline has changed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { number } = await params;
  const article = /^[1-9]\d{0,9}$/.test(number) ? await getArticleAddress(Number(number), new Date()) : undefined;
  if (!article) return new Response(null, { status: 404 });
  return new Response(null, { status: 301, headers: { Location: encodeURI(articlePath(article)) } });
}
