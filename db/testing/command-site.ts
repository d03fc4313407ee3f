import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { docFromLines } from '#lib/body/from-lines.ts';
import { env } from '#lib/env.ts';
import type { Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { trashArticle, unpublishArticle } from '#db/articles/acts.ts';
import { getDraft } from '#db/articles/drafts.ts';
import { listRevisions } from '#db/articles/revisions.ts';
import { readSlots } from '#db/front/slots.ts';
import { addLiveEntry } from '#db/live/desk.ts';
import { banCommenter } from '#db/moderation/bans.ts';
import { approveComment } from '#db/moderation/moderate.ts';
import { addWordRule } from '#db/moderation/word-rules.ts';
import { getPageDesk } from '#db/paper/page-drafts.ts';
import { getSettings } from '#db/paper/settings.ts';
import { siteSettingsSchema, siteStamp } from '#db/paper/site-settings.ts';
import { passFor } from '#db/privacy/requests.ts';
import { addressHits, authors, media, tags } from '#db/tables/tables.ts';
import { addNewsroom, NOON } from './articles.ts';
import { addHeldComment } from './comments.ts';
import { publishNow, sectionId, write } from './desk.ts';
import { addTestPage } from './pages.ts';
import { addTestPerson } from './staff.ts';

/**
 * A small site of one administrator, with one record of every kind that a command acts on. Two articles are
 * an author's own, whose right to write them is not enough for some commands.
 */
export async function makeSite(owner: Person, author: Person) {
  await addNewsroom();
  const [published, draft, trashed, coverage, wasPublished] = [
    await write(owner),
    await write(owner),
    await write(owner),
    await write(author, { kind: 'live' }),
    await write(author),
  ].map(({ id }) => id) as [string, string, string, string, string];
  await publishNow(published, owner);
  await publishNow(coverage, owner);
  await publishNow(wasPublished, owner);
  await unpublishArticle({ articleId: wasPublished }, owner, NOON);
  await trashArticle({ articleId: trashed }, owner, NOON);
  return {
    published,
    draft,
    trashed,
    coverage,
    wasPublished,
    sectionId: await sectionId(),
    content: (await getDraft(draft))!.draft.content,
    revision: (await listRevisions(published))[0]!.id,
    ...(await fillDesks(owner, published, coverage)),
    ...(await fillPaper(owner)),
  };
}
export type Site = Awaited<ReturnType<typeof makeSite>>;

async function fillDesks(owner: Person, published: string, coverage: string) {
  const entry = await addLiveEntry(
    {
      articleId: coverage,
      at: NOON,
      headline: 'تحديث',
      body: docFromLines(['نص']),
      isKey: false,
      isPinned: false,
    },
    owner,
    NOON,
  );
  if ('fault' in entry) throw new Error(entry.fault);
  const email = 'reader@example.org';
  const [held, approved, banned] = [
    await addHeldComment(published, { email, writerId: newId() }),
    await addHeldComment(published, { email, writerId: newId() }),
    await addHeldComment(published, { email, writerId: newId() }),
  ];
  const decided = await approveComment(
    { commentId: approved, status: 'pending', editedAt: null },
    owner,
    NOON,
  );
  if (!('decisionId' in decided)) throw new Error(decided.outcome);
  const order = { commentId: banned, kind: 'writer', days: 1, reason: '', withAll: false } as const;
  const ban = await banCommenter(order, owner, NOON);
  const rule = await addWordRule({ word: 'سبام', mode: 'exact', level: 'suspect' }, owner, NOON);
  if ('fault' in ban || 'fault' in rule) throw new Error('No ban or no rule');
  return {
    entry: entry.id,
    seen: { commentId: held, status: 'pending', editedAt: null } as const,
    approved,
    decision: decided.decisionId,
    ban: ban.banId,
    rule: rule.rule.id,
    pass: passFor(email, NOON),
    slotsStamp: (await readSlots('ar', NOON)).stamp,
  };
}

async function fillPaper(owner: Person) {
  const pageKey = { slug: 'about', locale: 'ar' } as const;
  await addTestPage({ ...pageKey, title: 'عن الموقع', text: 'نص' }, NOON);
  const picture = newId();
  const shown = { hash: picture, width: 3, height: 2, alt: 'ميناء', credit: 'مداد' };
  await db()
    .insert(media)
    .values({ id: picture, ...shown, userId: owner.id, createdAt: NOON });
  await db()
    .insert(addressHits)
    .values({ path: '/missing', kind: 'missing', hits: 1, firstAt: NOON, lastAt: NOON });
  // Not a picture: the command rejects it, after it has checked the permission.
  const upload = { path: join(env.dataDir, 'upload'), name: 'a.png' };
  await writeFile(upload.path, 'text');
  const [[tag], [author]] = [await db().select().from(tags), await db().select().from(authors)];
  const settings = await getSettings();
  return {
    pageKey,
    pageDesk: (await getPageDesk(pageKey))!,
    picture,
    upload,
    tagId: tag!.id,
    authorId: author!.id,
    member: (await addTestPerson('نور', 'author')).id,
    siteForm: {
      ...siteSettingsSchema.parse({ ...settings, hijri: 'on', hijriOffset: '0', siteNameEn: 'Other' }),
      stamp: siteStamp(settings),
    },
  };
}
