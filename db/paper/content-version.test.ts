import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/can.ts';
import { env } from '#lib/env.ts';
import { runProcess } from '#lib/testing/process.ts';
import { db } from '#db/engine/client.ts';
import { commitCounter, getContentVersion } from './content-version.ts';
import { getNextDueTime } from '#db/front/next-change.ts';
import { forgetNetworks } from '#db/privacy/addresses/forget.ts';
import { recordDecision } from '#db/moderation/decisions.ts';
import { newId } from '#db/engine/ids.ts';
import { approveComment, markSpam, rejectComment } from '#db/moderation/moderate.ts';
import { submitComment } from '#db/comments/submit.ts';
import * as tables from '#db/tables/tables.ts';
import { addComment, addNewsroom, after, DAY, NOON, publish, submission } from '#db/testing/articles.ts';

const {
  articleAuthors,
  articles,
  articleTags,
  auditLog,
  authors,
  comments,
  corrections,
  media,
  pages,
  sections,
  sessions,
  settings,
  tags,
  users,
} = tables;

const moderator: Person = { id: newId(), name: 'سلمى', role: 'moderator' };
let article: Awaited<ReturnType<typeof publish>>;
let draftId = '';
const mediaId = newId();
let pendingId = '';

async function raises(work: () => PromiseLike<unknown>): Promise<boolean> {
  const before = await getContentVersion();
  await work();
  return (await getContentVersion()) > before;
}

const addMedia = (id: string) =>
  db().insert(media).values({ id, hash: id, width: 1, height: 1, alt: '', credit: '', createdAt: NOON });

async function addDraft() {
  const { id } = await publish();
  await db().update(articles).set({ status: 'draft', publishedAt: null }).where(eq(articles.id, id));
  return id;
}

async function fileDraft() {
  const [[tag], [author]] = [
    await db().select().from(tags).where(eq(tags.name, 'x')),
    await db().select().from(authors).where(eq(authors.slug, 'omar')),
  ];
  for (const link of [articleTags, articleAuthors])
    await db().delete(link).where(eq(link.articleId, draftId));
  await db().insert(articleTags).values({ articleId: draftId, tagId: tag!.id, position: 0 });
  await db().insert(articleAuthors).values({ articleId: draftId, authorId: author!.id, position: 0 });
  await db().update(articleTags).set({ position: 1 }).where(eq(articleTags.articleId, draftId));
  await db().delete(articleAuthors).where(eq(articleAuthors.articleId, draftId));
}

beforeAll(async () => {
  await addNewsroom();
  const { id, name, role } = moderator;
  await db().insert(users).values({
    id,
    name,
    role,
    email: 'salma@midad.example',
    emailVerified: true,
    createdAt: NOON,
    updatedAt: NOON,
  });
  await addMedia(mediaId);
  article = await publish({ tags: ['رياضة'], authors: ['salma'] });
  draftId = await addDraft();
  pendingId = await addComment(article.id, { status: 'pending' });
});

describe('the content version is raised', () => {
  const doc = { type: 'doc' as const, v: 1 as const, content: [] };
  it.each<[string, () => PromiseLike<unknown>]>([
    ['by publishing an article', () => publish()],
    ['by scheduling an article', () => publish({ publishedAt: after(DAY).toISOString() })],
    [
      'by a change in a published article',
      () => db().update(articles).set({ headline: 'غير' }).where(eq(articles.id, article.id)),
    ],
    [
      'by publishing a draft',
      () =>
        db().update(articles).set({ status: 'published', publishedAt: NOON }).where(eq(articles.id, draftId)),
    ],
    [
      'by unpublishing an article',
      () => db().update(articles).set({ status: 'draft' }).where(eq(articles.id, draftId)),
    ],
    [
      'by deleting an article',
      async () =>
        db()
          .delete(articles)
          .where(eq(articles.id, (await publish()).id)),
    ],
    ['by an approved comment', () => addComment(article.id)],
    [
      'by approving a pending comment',
      async () =>
        approveComment(
          { commentId: await addComment(article.id, { status: 'pending' }), status: 'pending' },
          moderator,
        ),
    ],
    [
      'by hiding an approved comment',
      async () => markSpam({ commentId: await addComment(article.id), status: 'approved' }, moderator),
    ],
    [
      'by deleting an approved comment',
      async () =>
        db()
          .delete(comments)
          .where(eq(comments.id, await addComment(article.id))),
    ],
    ['by a new tag', () => db().insert(tags).values({ id: newId(), slug: 'x', name: 'x' })],
    ['by renaming a tag', () => db().update(tags).set({ name: 'الرياضة' }).where(eq(tags.name, 'رياضة'))],
    ['by removing a tag from an article', () => db().delete(articleTags)],
    [
      'by a changed section',
      () => db().update(sections).set({ nameAr: 'البلاد' }).where(eq(sections.slug, 'local')),
    ],
    [
      'by a changed author',
      () => db().update(authors).set({ bioAr: 'صحفية' }).where(eq(authors.slug, 'salma')),
    ],
    [
      "by a picture's new description",
      () => db().update(media).set({ alt: 'ميناء' }).where(eq(media.id, mediaId)),
    ],
    ['by a new setting', () => db().insert(settings).values({ key: 'hijri', value: false })],
    [
      'by a changed setting',
      () =>
        db()
          .insert(settings)
          .values({ key: 'hijri', value: true })
          .onConflictDoUpdate({ target: settings.key, set: { value: true } }),
    ],
    [
      'by a new correction',
      () =>
        db()
          .insert(corrections)
          .values({ id: newId(), articleId: article.id, kind: 'correction', text: 'خطأ', publishedAt: NOON }),
    ],
    [
      'by a new static page',
      () =>
        db()
          .insert(pages)
          .values({ slug: 'about', locale: 'ar', title: 'عن مداد', body: doc, revisedAt: NOON }),
    ],
  ])('%s', async (_name, work) => {
    expect(await raises(work)).toBe(true);
  });

  it('but not by a transaction that is rolled back', async () => {
    // `raises` starts the transaction after it has read the version. Started earlier, its rejection would
    // have no handler.
    const work = () =>
      db().transaction(async (tx) => {
        await tx.insert(tags).values({ id: newId(), slug: 'lost', name: 'lost' });
        throw new Error('back');
      });
    expect(await raises(() => work().catch(() => undefined))).toBe(false);
  });
});

describe('the content version stays the same', () => {
  it.each<[string, () => PromiseLike<unknown>]>([
    ['when a pending comment is added', () => addComment(article.id, { status: 'pending' })],
    ['when a picture is uploaded', () => addMedia(newId())],
    ['when a reader sends a comment', () => submitComment(submission(article.id), NOON)],
    [
      'when a pending comment is rejected',
      () => rejectComment({ commentId: pendingId, status: 'pending' }, moderator),
    ],
    ['when a draft gets a byline and a tag', fileDraft],
    [
      'when a draft is changed',
      () => db().update(articles).set({ headline: 'مسودة' }).where(eq(articles.id, draftId)),
    ],
    ['when a draft is deleted', () => db().delete(articles).where(eq(articles.id, draftId))],
    [
      'when a member of staff signs in',
      () =>
        db().insert(sessions).values({
          id: newId(),
          userId: moderator.id,
          token: 't',
          expiresAt: NOON,
          createdAt: NOON,
          updatedAt: NOON,
        }),
    ],
    [
      'when an audit row is written',
      () => db().insert(auditLog).values({ id: newId(), action: 'x', subject: 'x', createdAt: NOON }),
    ],
    [
      'when a decision is written',
      () =>
        db().transaction((tx) =>
          recordDecision(tx, { commentId: pendingId, rule: 'x', to: 'rejected' }, NOON),
        ),
    ],
    ['when the networks of old comments are erased', () => forgetNetworks(after(40 * DAY))],
  ])('%s', async (_name, work) => {
    expect(await raises(work)).toBe(false);
  });
});

describe('the next due time', () => {
  const midnight = new Date('2026-11-23T22:00:00Z'); // in Tripoli, the default time zone

  it('is the next midnight of the newsroom when nothing else is due', async () => {
    await db().update(articles).set({ publishedAt: NOON, breakingUntil: null });
    expect(await getNextDueTime(NOON)).toEqual(midnight);
    expect(await getNextDueTime(midnight)).toEqual(new Date(midnight.getTime() + DAY));
    expect(await getNextDueTime(new Date(midnight.getTime() - 1))).toEqual(midnight);
  });

  it('is the right midnight around the nights in which the clocks change', async () => {
    await db().insert(settings).values({ key: 'timeZone', value: 'Europe/Berlin' });
    expect(await getNextDueTime(new Date('2026-03-28T22:30:00Z'))).toEqual(new Date('2026-03-28T23:00:00Z'));
    expect(await getNextDueTime(new Date('2026-10-25T12:00:00Z'))).toEqual(new Date('2026-10-25T23:00:00Z'));
    await db().delete(settings).where(eq(settings.key, 'timeZone'));
  });

  it('is the publication of a scheduled article or the end of a breaking line, whichever is first', async () => {
    await publish({ publishedAt: after(2000).toISOString() });
    await publish({ breakingUntil: after(1000).toISOString() });
    expect(await getNextDueTime(NOON)).toEqual(after(1000));
    expect(await getNextDueTime(after(1000))).toEqual(after(2000));
    expect(await getNextDueTime(after(2000))).toEqual(midnight);
  });

  it('ignores drafts', async () => {
    const { id } = await publish({
      publishedAt: after(5000).toISOString(),
      breakingUntil: after(6000).toISOString(),
    });
    await db().update(articles).set({ status: 'draft' }).where(eq(articles.id, id));
    expect(await getNextDueTime(after(4000))).toEqual(midnight);
  });
});

describe('the commit counter', () => {
  it('stays the same while nothing is written, and changes with a write of this process', async () => {
    const counter = commitCounter();
    await getContentVersion();
    expect(commitCounter()).toBe(counter);
    await publish();
    expect(commitCounter()).not.toBe(counter);
  });

  it('changes when another process writes, and then the new version is read', async () => {
    const [counter, version] = [commitCounter(), await getContentVersion()];
    const file = JSON.stringify(env.databaseFile);
    await runProcess(
      `import Sqlite from 'better-sqlite3'; new Sqlite(${file}).exec("update tags set name = 'هناك'");`,
      env.dataDir,
    );
    expect(commitCounter()).not.toBe(counter);
    expect(await getContentVersion()).toBeGreaterThan(version);
  });
});
