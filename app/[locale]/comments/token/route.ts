import { makeOwnToken } from '#lib/comments/form-token.ts';
import { getKeys } from '#lib/security/keys.ts';

/**
 * Mints a form token for one reader. The page with the form is cached and shared, so its script requests a
 * token on first focus.
 */
export function GET(request: Request): Response {
  const article = new URL(request.url).searchParams.get('article') ?? '';
  if (!/^[1-9]\d{0,9}$/.test(article)) return new Response(null, { status: 404 });
  return new Response(makeOwnToken(getKeys().formToken, 'fresh', Number(article), new Date()), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
