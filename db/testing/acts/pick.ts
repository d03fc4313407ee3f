import { desc, eq, inArray } from 'drizzle-orm';
import { db } from '#db/engine/client.ts';
import type { Person } from '#lib/people/can.ts';
import { articles, comments, liveEntries, sections, tags } from '#db/tables/tables.ts';
import type { Random } from '../random.ts';

const SECOND = 1000;
export const later = (seconds: number) => new Date(Date.now() + seconds * SECOND);
export const text = (random: Random) => `نص يتغير ${random.whole(1e9)}`;
export const NETWORKS = 40;

export type Act = (random: Random, person: Person) => Promise<unknown>;

/** The newest articles of a status, by which most acts find what they change. */
export async function anArticle(
  random: Random,
  ...status: ('published' | 'draft' | 'retracted' | 'trash')[]
) {
  const rows = await db()
    .select()
    .from(articles)
    .where(inArray(articles.status, status))
    .orderBy(desc(articles.number))
    .limit(60);
  return random.pick(rows);
}

export async function aComment(random: Random, isApproved: boolean) {
  const rows = await db()
    .select()
    .from(comments)
    .where(isApproved ? eq(comments.status, 'approved') : undefined)
    .orderBy(desc(comments.createdAt))
    .limit(80);
  return random.pick(rows);
}

export async function anEntry(random: Random) {
  const rows = await db().select().from(liveEntries).orderBy(desc(liveEntries.at)).limit(30);
  return random.pick(rows);
}

export const aTag = async (random: Random) => random.pick(await db().select().from(tags).limit(80));
export const aSection = async (random: Random) => random.pick(await db().select().from(sections));
