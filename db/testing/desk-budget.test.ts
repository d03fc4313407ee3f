import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/can.ts';
import { db, openDatabase } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { openDesk } from '#db/articles/desk-list.ts';
import { countMedia, searchMedia } from '#db/media/search-media.ts';
import { countUsages } from '#db/media/usages.ts';
import { banCommenter, countBans, listBans } from '#db/moderation/bans.ts';
import { countDecisions, listDecisions } from '#db/moderation/history.ts';
import { rejectComment } from '#db/moderation/moderate.ts';
import { countOpen, countQueues, listQueue } from '#db/moderation/queue.ts';
import { getQueueContext } from '#db/moderation/queue-context.ts';
import { noteOnWriter } from '#db/moderation/writers.ts';
import { listAuthorsForDesk } from '#db/paper/authors.ts';
import { listRedirects } from '#db/paper/redirects-desk.ts';
import { listSectionsForDesk } from '#db/paper/sections.ts';
import { listTagsForDesk } from '#db/paper/tags.ts';
import { listAudit, nameSubjects } from '#db/people/audit-desk.ts';
import { listPeople } from '#db/people/people.ts';
import { media, redirects } from '#db/tables/tables.ts';
import { addNewsroom, NOON } from './articles.ts';
import { addHeldComment } from './comments.ts';
import { publishNow, write } from './desk.ts';
import { addTestPerson } from './staff.ts';

/**
 * A page of the newsroom may run 20 statements. Six are left for what every page reads: the session, the
 * settings, the frame and its count of waiting comments.
 */
const MOST = 14;
const ALL = { page: 1, perPage: 50, limit: 50 };
let person: Person;
let opening: string | undefined;

/** Adds one record to each list: an article with a tag, a picture, a thread of comments, a ban … */
async function addRow(n: number) {
  await addTestPerson(`زميل ${n}`, 'author');
  const { id } = await write(person, { headline: `خبر ${n}`, tags: [`وسم ${n}`] });
  await publishNow(id, person);
  const picture = newId();
  await db()
    .insert(media)
    .values({ id: picture, hash: picture, width: 3, height: 2, alt: '', credit: '', createdAt: NOON });
  await db()
    .insert(redirects)
    .values({ id: newId(), fromPath: `/old/${n}`, toPath: '/', isAutomatic: true, createdAt: NOON });
  const from = { writerId: `writer-${n}`, email: `reader-${n}@example.org`, network: `192.0.2.${n}` };
  opening ??= await addHeldComment(id, { status: 'approved' });
  const held = await addHeldComment(id, { ...from, parentId: opening, threadId: opening, depth: 1 });
  await noteOnWriter(held, 'ملاحظة', person, NOON);
  const refused = await addHeldComment(id, { ...from, createdAt: NOON });
  await rejectComment({ commentId: refused, status: 'pending' }, person, NOON);
  for (const kind of ['writer', 'email', 'network'] as const)
    await banCommenter({ commentId: refused, kind, days: 1, reason: '', withAll: false }, person, NOON);
}

const lists: Record<string, () => Promise<unknown[]>> = {
  articles: async () => (await openDesk({ state: 'all' }, person, { now: NOON, limit: 50 })).rows,
  audit: async () => {
    const rows = await listAudit({ kind: 'article' }, { limit: 50 });
    await nameSubjects(rows.map(({ subject }) => subject));
    return rows;
  },
  authors: async () => listAuthorsForDesk(),
  bans: async () => {
    await countBans(NOON);
    return listBans(NOON, { limit: 200 });
  },
  history: async () => {
    await countDecisions();
    return listDecisions(ALL);
  },
  media: async () => {
    const rows = await searchMedia({ text: '' }, ALL);
    await countMedia({ text: '' });
    await countUsages(rows.map(({ id }) => id));
    return rows;
  },
  people: () => listPeople(),
  queue: async () => {
    const { rows } = await listQueue({ queue: 'pending' }, { order: 'oldest', limit: 50 });
    await Promise.all([countQueues(), countOpen()]);
    return getQueueContext(rows);
  },
  redirects: async () => (await listRedirects(ALL)).items,
  sections: async () => listSectionsForDesk(),
  tags: async () => (await listTagsForDesk(ALL)).items,
};

async function measure(list: () => Promise<unknown[]>) {
  let statements = 0;
  const rows = await openDatabase().watch(
    () => statements++,
    async () => list(),
  );
  return { rows: rows.length, statements };
}

const few = new Map<string, { rows: number; statements: number }>();

beforeAll(async () => {
  await addNewsroom();
  person = await addTestPerson('مدير', 'admin');
  for (let n = 0; n < 5; n++) await addRow(n);
  for (const [name, list] of Object.entries(lists)) few.set(name, await measure(list));
  for (let n = 5; n < 30; n++) await addRow(n);
}, 120_000);

describe('a list of the newsroom runs as many statements for 30 rows as for 5', () => {
  it.each(Object.keys(lists))('%s', async (name) => {
    const many = await measure(lists[name]!);
    if (name !== 'sections' && name !== 'authors') expect(many.rows).toBeGreaterThanOrEqual(30);
    expect(many.statements).toBe(few.get(name)!.statements);
    expect(many.statements).toBeGreaterThan(0);
    expect(many.statements).toBeLessThanOrEqual(MOST);
  });
});
