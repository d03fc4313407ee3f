import { forbidden, notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { getDeskArticle } from '#db/articles/desk-lookups.ts';
import { getDraft, type ArticleDraft } from '#db/articles/drafts.ts';
import { readArticleNumber } from '#lib/arabic/read-number.ts';
import { can, type Person } from '#lib/people/can.ts';
import { findStaff, requireStaff, requireStaffAction, type Staff } from '#app/newsroom/_session.ts';

export type ArticleParams = Promise<{ id: string }>;
export type Opened = ArticleDraft & { staff: Staff; number: number };

export const deskPath = (number: number, below = ''): string => `/newsroom/articles/${number}${below}`;

/** The article number in an address, in the digits of any keyboard. */
export function numberIn(id: string): number | null {
  try {
    return readArticleNumber(decodeURIComponent(id)) ?? null;
  } catch {
    return null;
  }
}

async function open(number: number, staff: Staff): Promise<Opened> {
  const row = await getDeskArticle(number);
  if (!row) notFound();
  if (!can(staff.person, 'write', row)) forbidden();
  const found = await getDraft(row.id);
  if (!found) notFound();
  return { ...found, staff, number };
}

/**
 * The article of a page below its number, for people who may write it. Others get 403; a number without an
 * article gets 404.
 */
export async function openArticle(params: ArticleParams, below = ''): Promise<Opened> {
  const { id } = await params;
  // The person is checked first: a stranger must not learn which articles exist.
  const staff = await requireStaff('write', `/newsroom/articles/${id}${below}`);
  const number = numberIn(id);
  if (number !== null) return open(number, staff);
  if (!z.uuid().safeParse(id).success) notFound();
  // A link that contains an article's id redirects to its number.
  const row = await getDeskArticle(id);
  if (!row) notFound();
  if (!can(staff.person, 'write', row)) forbidden();
  redirect(deskPath(row.number, below));
}

/**
 * The same for an action. The page binds the number, but it comes back through the browser, so it is checked.
 */
export async function openArticleForAction(number: unknown, below = ''): Promise<Opened> {
  const known = typeof number === 'number' ? numberIn(String(number)) : null;
  const staff = await requireStaffAction(
    'write',
    known === null ? '/newsroom/articles' : deskPath(known, below),
  );
  if (known === null) notFound();
  return open(known, staff);
}

/** For a route that answers programs: the person and the article's id, or the error status. */
export async function findArticleForRoute(
  params: ArticleParams,
): Promise<{ person: Person; articleId: string } | { status: 401 | 403 | 404 }> {
  const staff = await findStaff('write');
  if ('status' in staff) return staff;
  const number = numberIn((await params).id);
  const row = number === null ? undefined : await getDeskArticle(number);
  if (!row) return { status: 404 };
  return can(staff.person, 'write', row) ? { person: staff.person, articleId: row.id } : { status: 403 };
}
