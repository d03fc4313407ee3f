import { env } from '#lib/env.ts';
import { closeDatabase, db } from '#db/engine/client.ts';
import { openBulk } from '#db/engine/bulk.sqlite.ts';
import { engine } from '#db/engine/engine.ts';
import { idOf } from '#db/engine/ids.ts';
import { makeOwnPages } from '#db/paper/first-run.ts';
import { setInstanceState } from '#db/paper/instance.ts';
import { createFirstAdmin } from '#db/people/staff.ts';
import { settleKeys } from '#db/privacy/instance-keys.ts';
import { addressHits, auditLog, frontSlots, settings, users } from '#db/tables/tables.ts';
import { ArticleWriter, type MadeArticle } from './articles.ts';
import { drawCount, planComments, type Plan } from './comment-plans.ts';
import { CommentWriter } from './comments.ts';
import { makeLibrary, type Library, type Making } from './library.ts';
import { createRandom } from './random.ts';
import { createTexts } from './texts.ts';

const SEED = 20_261_130;
const DAY = 86_400_000;
const YEARS = 20;
const MOST_COMMENTS = 3000;
const BUSY_AGE_DAYS = 25;
const COMMIT_EVERY = 2000;

type Event = { at: Date; run: () => void };
type Progress = (done: number, comments: number) => void;

/** Runs events in the order of their time. Those of an article come within a month of its publication. */
function createEvents() {
  let waiting: Event[] = [];
  return {
    add: (events: Event[]) => waiting.push(...events),
    runUntil(time: number) {
      const due = waiting.filter(({ at }) => at.getTime() <= time);
      if (due.length === 0) return;
      waiting = waiting.filter(({ at }) => at.getTime() > time);
      for (const { run } of due.sort((a, b) => a.at.getTime() - b.at.getTime())) run();
    },
  };
}

/** A few rows of tables that stay small, whatever the archive. */
function addSmallTables({ bulk, random, texts, from, now }: Making, library: Library, newest: MadeArticle[]) {
  const pin = bulk.into(frontSlots);
  const pinned = newest
    .filter(({ locale, status }) => locale === 'ar' && status === 'published')
    .slice(-5, -2);
  for (const [position, { id }] of pinned.entries())
    pin({
      id: idOf(`pin ${position}`, now),
      locale: 'ar',
      slot: position === 0 ? 'lead' : 'second',
      sectionId: null,
      position,
      articleId: id,
      expiresAt: null,
      userId: library.editors[0]!,
      createdAt: now,
    });
  const hit = bulk.into(addressHits);
  for (let n = 0; n < 1500; n++)
    hit({ path: `/old/${n}`, kind: 'missing', hits: random.between(1, 90), firstAt: from, lastAt: now });
  const set = bulk.into(settings);
  set({ key: 'siteNameAr', value: texts.line('ar', 1).text });
}

/** Some colleagues sign in on every day. */
function createSignIns({ bulk, random }: Making, { editors, authors, moderators }: Library, count: number) {
  const add = bulk.into(auditLog);
  const people = [...editors, ...authors, ...moderators];
  const share = Math.min(0.6, count / 300_000);
  return (day: Date) => {
    for (const id of people) {
      if (!random.chance(share)) continue;
      const createdAt = new Date(day.getTime() + random.below(DAY / 2));
      add({
        id: idOf(`sign-in ${id}`, createdAt),
        userId: id,
        action: 'staff.signedIn',
        subject: id,
        detail: { by: 'password' },
        actId: null,
        before: null,
        after: null,
        createdAt,
      });
    }
  };
}

function fill(making: Making, count: number, onProgress: Progress) {
  const { bulk, random, from, now } = making;
  bulk.begin();
  const library = makeLibrary(making, count);
  const articles = new ArticleWriter(making, library, count);
  const writer = new CommentWriter(making, library);
  const signIn = createSignIns(making, library, count);
  const events = createEvents();
  const step = (now.getTime() - 120_000 - from.getTime()) / count;
  const busyFrom = Math.floor((now.getTime() - BUSY_AGE_DAYS * DAY - from.getTime()) / step);
  const newest: MadeArticle[] = [];
  const toEvents = (plan: Plan): Event[] => [
    { at: plan.at, run: () => writer.submit(plan) },
    ...(plan.reviewedAt ? [{ at: plan.reviewedAt, run: () => writer.review(plan, plan.reviewedAt!) }] : []),
  ];
  let day = 0;
  let hasBusy = false;
  for (let n = 0; n < count; n++) {
    const at = new Date(Math.floor(from.getTime() + (n + random.next() * 0.9 + 0.1) * step));
    const today = Math.floor(at.getTime() / DAY);
    for (; day < today; day = day === 0 ? today : day + 1) if (day > 0) signIn(new Date(day * DAY));
    events.runUntil(at.getTime());
    const article = articles.write(n, at);
    if (n >= count - 40) newest.push(article);
    const isOpen = article.status === 'published' && article.commentsOpen;
    const isBusy: boolean = isOpen && n >= busyFrom && !hasBusy;
    hasBusy ||= isBusy;
    const comments = isBusy ? Math.min(MOST_COMMENTS, count) : drawCount(random);
    if (isOpen) {
      const spread = isBusy ? 5 * DAY : DAY / 3;
      events.add(planComments(article, { count: comments, spread, random, now }).flatMap(toEvents));
    }
    if (n % COMMIT_EVERY === COMMIT_EVERY - 1) {
      bulk.commit();
      bulk.begin();
      onProgress(n + 1, writer.written);
    }
  }
  events.runUntil(now.getTime());
  addSmallTables(making, library, newest);
  bulk.commit();
  onProgress(count, writer.written);
}

/**
 * Fills an empty data folder (DATA_DIR) with an archive of twenty years, as the commands of the newsroom
 * would have left it, for measurements. Returns the account of the administrator.
 */
export async function fillArchive(
  count: number,
  { now = new Date(), onProgress = () => undefined }: { now?: Date; onProgress?: Progress } = {},
): Promise<{ email: string; password: string }> {
  engine.migrate();
  await settleKeys(false);
  await makeOwnPages(now);
  const admin = (await createFirstAdmin())!;
  await db().update(users).set({ mustSettle: false });
  await setInstanceState('appreciations', { counted: now.getTime() });
  closeDatabase();
  const random = createRandom(SEED);
  const bulk = openBulk(env.databaseFile);
  const from = new Date(now.getTime() - YEARS * 365.25 * DAY);
  try {
    fill({ bulk, random, texts: createTexts(random, count), now, from }, count, onProgress);
  } finally {
    bulk.close();
  }
  return admin;
}
