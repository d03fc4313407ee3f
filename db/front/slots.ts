import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { parsePlace, placeKey, type FrontPlace } from '#lib/articles/front-places.ts';
import type { Locale } from '#lib/locales.ts';
import { stampOf } from '#lib/stamp-of.ts';
import { listArticles, type ArticleCard } from '#db/articles/cards.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db, type Runner, type Transaction } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { searchArticles } from '#db/search/find-articles.ts';
import { articles, frontSlots, sections } from '#db/tables/tables.ts';

type Slot = typeof frontSlots.$inferSelect;

/** All pins of an edition, including those of stories that are not visible. */
async function listSlots(locale: Locale, runner: Runner): Promise<Slot[]> {
  return runner.select().from(frontSlots).where(eq(frontSlots.locale, locale)).orderBy(asc(frontSlots.id));
}

/** One stamp for all pins: an act on a front page that has changed meanwhile is rejected as a conflict. */
const slotsStamp = (slots: Slot[]) =>
  stampOf(slots.map(({ id, articleId, expiresAt, ...slot }) => [id, placeKey(slot), articleId, expiresAt]));

/**
 * The current pins of an edition whose stories are not visible now, with their publication time if they are
 * scheduled. And the stamp that commands need.
 */
export async function readSlots(locale: Locale, now: Date) {
  const slots = await listSlots(locale, db());
  const rows =
    slots.length === 0
      ? []
      : await db()
          .select({
            id: articles.id,
            headline: articles.headline,
            status: articles.status,
            publishedAt: articles.publishedAt,
          })
          .from(articles)
          .where(
            inArray(
              articles.id,
              slots.map((slot) => slot.articleId),
            ),
          );
  const away = slots
    .filter((slot) => !slot.expiresAt || slot.expiresAt > now)
    .flatMap((slot) => {
      const article = rows.find((row) => row.id === slot.articleId)!;
      if (article.status === 'published' && article.publishedAt && article.publishedAt <= now) return [];
      const from = article.status === 'published' ? article.publishedAt : null;
      return [
        { id: slot.id, place: placeKey(slot), headline: article.headline, from, expiresAt: slot.expiresAt },
      ];
    });
  return { stamp: slotsStamp(slots), away };
}

/** Later than the time of any scheduled article. */
const END_OF_TIME = new Date('9999-01-01T00:00:00Z');

/** Stories to choose from, newest first: published and scheduled ones. */
export async function listChoices(locale: Locale, query: string, limit: number): Promise<ArticleCard[]> {
  if (!query) return listArticles({}, { locale, now: END_OF_TIME, limit });
  const found = await searchArticles(query, {
    locale,
    now: END_OF_TIME,
    order: 'newest',
    page: 1,
    perPage: limit,
  });
  return found?.items ?? [];
}

export type SlotFault = { fault: 'conflict' | 'gone' | 'place' | 'past' };

type Placing = {
  locale: Locale;
  articleId: string;
  place: string;
  /** The story's current place: the pin that it replaces moves there. Empty if it is in no place. */
  from: string;
  expiresAt: Date | null;
  /** The stamp of the pins that the editor saw. */
  stamp: string;
};

async function findPlace(tx: Transaction, key: string): Promise<FrontPlace | undefined> {
  const place = parsePlace(key);
  if (!place?.sectionId) return place;
  const [section] = await tx
    .select({ id: sections.id })
    .from(sections)
    .where(eq(sections.id, place.sectionId));
  return section && place;
}

/** A pin in an audit row. */
const told = (pin: Pick<Slot, 'slot' | 'sectionId' | 'position' | 'expiresAt'> | undefined) =>
  pin ? { place: placeKey(pin), expiresAt: pin.expiresAt?.toISOString() ?? null } : null;

/**
 * Frees a place: its pin moves to the place that the new story comes from, or is removed. Pins of stories
 * that are not visible stay.
 */
async function makeWay(
  tx: Transaction,
  slots: Slot[],
  place: FrontPlace,
  from: FrontPlace | undefined,
  now: Date,
): Promise<{ slot: Slot; to: FrontPlace | undefined }[]> {
  const there = slots.filter((slot) => placeKey(slot) === placeKey(place));
  const seen =
    there.length === 0
      ? []
      : await tx
          .select({ id: articles.id })
          .from(articles)
          .where(
            and(
              inArray(
                articles.id,
                there.map((slot) => slot.articleId),
              ),
              eq(articles.status, 'published'),
              lte(articles.publishedAt, now),
            ),
          );
  const moved = [];
  for (const slot of there.filter((each) => seen.some((article) => article.id === each.articleId))) {
    if (from)
      await tx
        .update(frontSlots)
        .set({ ...from, createdAt: now })
        .where(eq(frontSlots.id, slot.id));
    else await tx.delete(frontSlots).where(eq(frontSlots.id, slot.id));
    moved.push({ slot, to: from });
  }
  return moved;
}

/**
 * Pins a story to a place of the front page, or sets the end of an existing pin. A scheduled story appears
 * there when it is published.
 */
export async function pinStory(
  { locale, articleId, place: key, from, expiresAt, stamp }: Placing,
  person: Person,
  now = new Date(),
): Promise<{ headline: string; place: string } | SlotFault> {
  mustBeAble(person, 'curate');
  if (expiresAt && expiresAt <= now) return { fault: 'past' };
  return db().transaction(async (tx): Promise<{ headline: string; place: string } | SlotFault> => {
    const slots = await listSlots(locale, tx);
    if (slotsStamp(slots) !== stamp) return { fault: 'conflict' };
    const [article] = await tx
      .select()
      .from(articles)
      .where(and(eq(articles.id, articleId), eq(articles.locale, locale), eq(articles.status, 'published')));
    if (!article?.publishedAt) return { fault: 'gone' };
    const place = await findPlace(tx, key);
    if (!place) return { fault: 'place' };
    await tx.delete(frontSlots).where(and(eq(frontSlots.locale, locale), lte(frontSlots.expiresAt, now)));
    const own = slots.find(
      (slot) => slot.articleId === articleId && (!slot.expiresAt || slot.expiresAt > now),
    );
    const others = slots.filter((slot) => slot !== own);
    const origin = from && from !== key ? await findPlace(tx, from) : undefined;
    const moved = article.publishedAt <= now ? await makeWay(tx, others, place, origin, now) : [];
    const pin = { ...place, expiresAt, userId: person.id, createdAt: now };
    if (own) await tx.update(frontSlots).set(pin).where(eq(frontSlots.id, own.id));
    else await tx.insert(frontSlots).values({ id: newId(), locale, articleId, ...pin });
    const actId = newId();
    await writeAudit(
      {
        userId: person.id,
        action: 'front.pinned',
        subject: articleId,
        actId,
        before: told(own),
        after: told(pin),
      },
      now,
      tx,
    );
    for (const { slot, to } of moved) {
      const after = to ? told({ ...to, expiresAt: slot.expiresAt }) : null;
      await writeAudit(
        {
          userId: person.id,
          action: to ? 'front.moved' : 'front.unpinned',
          subject: slot.articleId,
          actId,
          before: told(slot),
          after,
        },
        now,
        tx,
      );
    }
    return { headline: article.headline, place: key };
  });
}

/** Removes a pin, so that its place is filled automatically. */
export async function unpinStory(
  { locale, slotId, stamp }: { locale: Locale; slotId: string; stamp: string },
  person: Person,
  now = new Date(),
): Promise<{ headline: string; place: string } | SlotFault> {
  mustBeAble(person, 'curate');
  return db().transaction(async (tx): Promise<{ headline: string; place: string } | SlotFault> => {
    const slots = await listSlots(locale, tx);
    if (slotsStamp(slots) !== stamp) return { fault: 'conflict' };
    const [removed] = await tx
      .delete(frontSlots)
      .where(and(eq(frontSlots.id, slotId), eq(frontSlots.locale, locale)))
      .returning();
    if (!removed) return { fault: 'gone' };
    const [article] = await tx
      .select({ headline: articles.headline })
      .from(articles)
      .where(eq(articles.id, removed.articleId));
    await writeAudit(
      {
        userId: person.id,
        action: 'front.unpinned',
        subject: removed.articleId,
        before: told(removed),
        after: null,
      },
      now,
      tx,
    );
    return { headline: article!.headline, place: placeKey(removed) };
  });
}
