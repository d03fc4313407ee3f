import { and, desc, eq, gt } from 'drizzle-orm';
import { articlePath } from '#lib/articles/path.ts';
import { docFromLines } from '#lib/body/from-lines.ts';
import type { Person } from '#lib/people/can.ts';
import { correctArticle } from '#db/articles/corrections.ts';
import { submitComment } from '#db/comments/submit.ts';
import { db } from '#db/engine/client.ts';
import { setBreaking } from '#db/front/breaking.ts';
import { pinStory, readSlots } from '#db/front/slots.ts';
import { addLiveEntry } from '#db/live/desk.ts';
import { approveComment } from '#db/moderation/moderate.ts';
import { changeSettings } from '#db/paper/settings.ts';
import { createZipf } from '#db/seed/archive/random.ts';
import { listDemoWords } from '#db/seed/archive/texts.ts';
import { articles, sections } from '#db/tables/tables.ts';
import { publishNow, type, write } from '../desk.ts';
import { submission } from '../articles.ts';
import type { Random } from '../random.ts';
import { aSection, aTag, anArticle, later } from './pick.ts';

const DAY = 86_400_000;
/** Comments close after 30 days. */
const OPEN_DAYS = 25;
const MOST_DISCUSSED = 400;
const COVERAGES = 2;

/** The article that an act has changed, if there is one, or why the act was refused. */
export type Changed = { articleId?: string; refused?: unknown };
type BusyAct = (random: Random, person: Person) => Promise<Changed>;

let words: string[] | undefined;

/** Some words of the demo newsroom: no comment is a copy of another. */
function someWords(random: Random, least: number, most: number): string {
  const known = (words ??= listDemoWords('ar'));
  const draw = createZipf(known.length, random);
  const count = least + random.whole(most - least);
  return Array.from({ length: count }, () => known[draw()]!).join(' ');
}

const someParagraphs = (random: Random) =>
  docFromLines(Array.from({ length: 6 }, () => someWords(random, 25, 70)));

/** Most comments are written under the newest articles. */
async function aDiscussion(random: Random): Promise<string> {
  const rows = await db()
    .select({ id: articles.id })
    .from(articles)
    .where(
      and(
        eq(articles.status, 'published'),
        eq(articles.commentsOpen, true),
        gt(articles.publishedAt, new Date(Date.now() - OPEN_DAYS * DAY)),
      ),
    )
    .orderBy(desc(articles.publishedAt))
    .limit(MOST_DISCUSSED);
  if (rows.length === 0) throw new Error('There is no article with open comments');
  return rows[createZipf(rows.length, random)()]!.id;
}

async function aCoverage(random: Random): Promise<string> {
  const rows = await db()
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.kind, 'live'), eq(articles.status, 'published')))
    .orderBy(desc(articles.publishedAt))
    .limit(COVERAGES);
  return random.pick(rows).id;
}

const outcomeOf = (result: object, articleId?: string): Changed =>
  'fault' in result ? { refused: result.fault } : articleId === undefined ? {} : { articleId };

async function comment(random: Random, person: Person): Promise<Changed> {
  const articleId = await aDiscussion(random);
  const now = new Date();
  const given = {
    body: someWords(random, 8, 40),
    email: `reader${random.whole(1e9)}@example.org`,
    address: `10.${random.whole(250)}.${random.whole(250)}.1`,
  };
  const sent = await submitComment(submission(articleId, given, now), now);
  if ('fault' in sent) return { refused: sent.fault };
  const { id: commentId, status } = sent.comment;
  const decided = await approveComment({ commentId, status, editedAt: null }, person);
  return decided.outcome === 'decided' ? { articleId } : { refused: decided.outcome };
}

async function change(random: Random, person: Person, part: 'text' | 'headline'): Promise<Changed> {
  const { id } = await anArticle(random, 'published');
  const content = part === 'text' ? { body: someParagraphs(random) } : { headline: someWords(random, 5, 9) };
  await type(id, person, content, new Date());
  return outcomeOf(await publishNow(id, person, new Date()), id);
}

/** The changes of a busy newsroom that readers see. */
export const BUSY_ACTS = {
  'approved comment': comment,
  'edited text': (random, person) => change(random, person, 'text'),
  'edited headline': (random, person) => change(random, person, 'headline'),
  async 'live entry'(random, person) {
    const articleId = await aCoverage(random);
    const body = docFromLines([someWords(random, 20, 60)]);
    const entry = { at: new Date(), headline: someWords(random, 4, 9), body, isKey: false, isPinned: false };
    return outcomeOf(await addLiveEntry({ articleId, ...entry }, person), articleId);
  },
  async publication(random, person) {
    const { id } = await write(
      person,
      {
        headline: someWords(random, 5, 9),
        body: someParagraphs(random),
        sectionId: (await aSection(random)).id,
        tags: [(await aTag(random)).name, (await aTag(random)).name],
      },
      new Date(),
    );
    return outcomeOf(await publishNow(id, person, new Date()), id);
  },
  async correction(random, person) {
    const { id: articleId } = await anArticle(random, 'published');
    const note = { articleId, kind: 'correction' as const, text: someWords(random, 8, 20) };
    return outcomeOf(await correctArticle(note, person, new Date()), articleId);
  },
  async 'pinned story'(random, person) {
    const { id: articleId, locale } = await anArticle(random, 'published');
    const { stamp } = await readSlots(locale, new Date());
    const place = random.pick(['lead', 'second-0', 'second-3']);
    const result = await pinStory({ locale, articleId, place, from: '', expiresAt: null, stamp }, person);
    return outcomeOf(result ?? {});
  },
  async 'breaking line'(random, person) {
    const { id: articleId } = await anArticle(random, 'published');
    return outcomeOf(await setBreaking({ articleId, until: later(3600) }, person), articleId);
  },
  async settings(random) {
    await db().transaction((tx) => changeSettings(tx, { taglineAr: someWords(random, 3, 6) }));
    return {};
  },
} satisfies Record<string, BusyAct>;

export type BusyKind = keyof typeof BUSY_ACTS;

/** The path of an article that an act has changed. */
export async function getPathOf(articleId: string): Promise<string> {
  const [row] = await db()
    .select({
      number: articles.number,
      locale: articles.locale,
      slug: articles.slug,
      sectionSlug: sections.slug,
    })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .where(eq(articles.id, articleId));
  return articlePath(row!);
}
