import { and, asc, eq, exists, gt, or } from 'drizzle-orm';
import { articlePath } from '#lib/articles/path.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { decryptText, encryptText } from '#lib/security/crypto.ts';
import { getKeys } from '#lib/security/keys.ts';
import { DEFAULT_LOCALE } from '#lib/locales.ts';
import { absoluteUrl } from '#lib/seo/absolute-url.ts';
import { WXR_END, WXR_ITEM_END, wxrComment, wxrHead, wxrItemStart } from '#lib/wordpress/write-wxr.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db } from '#db/engine/client.ts';
import { openAddresses } from '#db/privacy/addresses/open.ts';
import { getSiteName } from '#db/paper/settings.ts';
import { articles, comments, sections } from '#db/tables/tables.ts';
import { factsOf } from '#lib/comments/states.ts';

/** Rows per query. */
const PAGE = 500;

const listCommented = (after: number, only: number | undefined) =>
  db()
    .select({
      id: articles.id,
      number: articles.number,
      locale: articles.locale,
      slug: articles.slug,
      title: articles.headline,
      status: articles.status,
      publishedAt: articles.publishedAt,
      isOpen: articles.commentsOpen,
      sectionSlug: sections.slug,
    })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(
      and(
        gt(articles.number, after),
        only === undefined ? undefined : eq(articles.number, only),
        exists(db().select({ id: comments.id }).from(comments).where(eq(comments.articleId, articles.id))),
      ),
    )
    .orderBy(asc(articles.number))
    .limit(PAGE);

type Mark = { depth: number; createdAt: Date; id: string };

/** Openings first, then their replies, and so on: in the file no reply comes before its parent. */
const listOf = (articleId: string, after: Mark | undefined) =>
  db()
    .select({
      id: comments.id,
      parentId: comments.parentId,
      depth: comments.depth,
      name: comments.name,
      body: comments.body,
      status: comments.status,
      createdAt: comments.createdAt,
    })
    .from(comments)
    .where(
      and(
        eq(comments.articleId, articleId),
        after &&
          or(
            gt(comments.depth, after.depth),
            and(eq(comments.depth, after.depth), gt(comments.createdAt, after.createdAt)),
            and(
              eq(comments.depth, after.depth),
              eq(comments.createdAt, after.createdAt),
              gt(comments.id, after.id),
            ),
          ),
      ),
    )
    .orderBy(asc(comments.depth), asc(comments.createdAt), asc(comments.id))
    .limit(PAGE);

async function* writeComments(
  articleId: string,
  firstOrder: number,
  withAddresses: boolean,
): AsyncGenerator<string, number> {
  let order = firstOrder;
  const orders = new Map<string, number>();
  let after: Mark | undefined;
  for (;;) {
    const rows = await listOf(articleId, after);
    const addresses = withAddresses ? await openAddresses(rows.map(({ id }) => id)) : undefined;
    let text = '';
    for (const { parentId, body, ...row } of rows) {
      orders.set(row.id, ++order);
      // withheld words are not exported; the place keeps the replies to it
      const words = factsOf(row.status).words === 'withheld' ? '' : body;
      text += wxrComment({
        ...row,
        body: words,
        order,
        parentOrder: (parentId && orders.get(parentId)) || 0,
        email: addresses?.get(row.id) ?? '',
      });
    }
    yield text;
    after = rows.at(-1);
    if (rows.length < PAGE) return order;
  }
}

async function* writeFile(
  only: number | undefined,
  withAddresses: boolean,
  now: Date,
): AsyncGenerator<string> {
  const title = (await getSiteName(DEFAULT_LOCALE)) || new URL(absoluteUrl('')).hostname;
  yield wxrHead({ title, url: absoluteUrl(''), language: DEFAULT_LOCALE }, now);
  let order = 0;
  let last = 0;
  for (;;) {
    const list = await listCommented(last, only);
    for (const article of list) {
      yield wxrItemStart({ ...article, url: absoluteUrl(articlePath(article)) });
      order = yield* writeComments(article.id, order, withAddresses);
      yield WXR_ITEM_END;
    }
    last = list.at(-1)?.number ?? last;
    if (list.length < PAGE) break;
  }
  yield WXR_END;
}

const PASS_MINUTES = 30;
const PASS_USE = 'export-with-addresses';

/**
 * Represents the given reason in the form that downloads the file: for this person only, for half an hour.
 */
export const passForExport = (reason: string, person: Person, now = new Date()): string =>
  encryptText(
    getKeys().emailCipher,
    JSON.stringify([PASS_USE, person.id, now.getTime() + PASS_MINUTES * 60_000, reason]),
  );

/** The reason in a pass; undefined if the pass is another person's, expired or invalid. */
export function openExportPass(pass: string, person: Person, now = new Date()): string | undefined {
  try {
    const [use, id, until, reason] = JSON.parse(decryptText(getKeys().emailCipher, pass)) as [
      string,
      string,
      number,
      string,
    ];
    return use === PASS_USE && id === person.id && until > now.getTime() ? reason : undefined;
  } catch {
    return undefined;
  }
}

type Asked = {
  /** The number of one article; undefined for all. */
  article?: number | undefined;
  /** The reason for exporting addresses; without it they are left out. */
  personalData?: { reason: string } | undefined;
};

/**
 * All comments, in every state, as the pieces of a WXR file. Without personal data no address is read. With
 * it, the audit log first records who exported them (null: the command line) and why.
 */
export async function exportComments(
  { article, personalData }: Asked,
  actor: Person | null,
  now = new Date(),
): Promise<{ file: AsyncGenerator<string> } | { fault: 'noArticle' }> {
  if (actor) mustBeAble(actor, 'revealAddress');
  const [found] =
    article === undefined
      ? []
      : await db().select({ id: articles.id }).from(articles).where(eq(articles.number, article));
  if (article !== undefined && !found) return { fault: 'noArticle' };
  const action = personalData ? 'comments.exportedWithPersonalData' : 'comments.exported';
  await writeAudit(
    {
      userId: actor?.id ?? null,
      action,
      subject: found?.id ?? 'comments',
      detail: { article: article ?? null, ...(personalData && { reason: personalData.reason }) },
    },
    now,
  );
  return { file: writeFile(article, personalData !== undefined, now) };
}
