import { and, desc, eq, gt, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { IN_SECTION, placeKey, SECOND } from '#lib/articles/front-places.ts';
import type { Locale } from '#lib/locales.ts';
import { cardFields, isOfEdition, isVisible, isVisibleAmong, type ArticleCard } from '#db/articles/cards.ts';
import { BREAKING_LINES, listBreaking, type BreakingCard } from './breaking.ts';
import { db, given, prepared } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import { listSections } from '#db/paper/sections.ts';
import { isOnFront } from '#db/tables/articles.ts';
import { articles, frontSlots, media, sections, type Section } from '#db/tables/tables.ts';

/** A story in a place. `pin` is set if an editor put it there, null if the place was filled automatically. */
export type Standing = ArticleCard & {
  pin: { id: string; expiresAt: Date | null } | null;
  isBreaking?: boolean;
};

export type FrontPage = {
  lead?: Standing;
  /** The places `second-0` to `second-8`: beside the lead, then the row below. */
  second: Standing[];
  /** All sections in their order, including empty ones. */
  blocks: { section: Section; cards: Standing[] }[];
  /** The breaking bar: stories that are not also in a place below it. */
  breaking: BreakingCard[];
};

const { slot, sectionId, position, id, expiresAt, createdAt } = frontSlots;
const pinFields = { slot, sectionId, position, id, expiresAt, createdAt };

/** Pins that are valid at a time: not ended, and of an article that is visible in the edition then. */
const pinsAt = prepared(() =>
  db()
    .select({ ...cardFields, pin: pinFields })
    .from(frontSlots)
    // SQLite keeps the order of a cross join: it reads the few pins first, then only their articles.
    .crossJoin(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .leftJoin(media, eq(articles.leadMediaId, media.id))
    .where(
      and(
        eq(frontSlots.articleId, articles.id),
        eq(frontSlots.locale, sql.placeholder('locale')),
        isOfEdition(sql.placeholder('locale')),
        isVisibleAmong(given('now', articles.publishedAt)),
        or(isNull(frontSlots.expiresAt), gt(frontSlots.expiresAt, given('now', frontSlots.expiresAt))),
      ),
    )
    .prepare(),
);

/** How long after publication a story of high priority may lead; then it counts like any other. */
export const LEADS_FOR_MS = 24 * 3_600_000;

const inEdition = and(
  isVisible(given('now', articles.publishedAt)),
  eq(articles.locale, sql.placeholder('locale')),
  isOnFront(articles),
);

const selectFront = (where: SQL | undefined) =>
  db()
    .select({ ...cardFields, priority: articles.priority })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .leftJoin(media, eq(articles.leadMediaId, media.id))
    .where(where)
    .orderBy(desc(articles.publishedAt), desc(articles.number))
    .limit(sql.placeholder('limit'))
    .prepare();

const newest = prepared(() => selectFront(inEdition));
/** The newest of every section: one range of an index for each. */
const newestInSections = prepared(() => {
  const own = engine.alias(articles, 'own');
  const numbers = db()
    .select({ number: own.number })
    .from(own)
    .where(
      and(
        eq(own.sectionId, sections.id),
        eq(own.locale, sql.placeholder('locale')),
        eq(own.status, 'published'),
        lte(own.publishedAt, given('now', own.publishedAt)),
        isOnFront(own),
      ),
    )
    .orderBy(desc(own.publishedAt), desc(own.number))
    .limit(sql.placeholder('limit'));
  return (
    db()
      .select({ ...cardFields, priority: articles.priority })
      .from(sections)
      // SQLite keeps the order of a cross join: it reads the few sections first, then their articles.
      .crossJoin(articles)
      .leftJoin(media, eq(articles.leadMediaId, media.id))
      .where(inArray(articles.number, numbers))
      .orderBy(desc(articles.publishedAt), desc(articles.number))
      .prepare()
  );
});
const newestHigh = prepared(() =>
  selectFront(
    and(
      inEdition,
      gt(articles.publishedAt, sql`${given('now', articles.publishedAt)} - ${sql.raw(String(LEADS_FOR_MS))}`),
      sql`${articles.priority} = 'high'`,
    ),
  ),
);

type FrontCard = Awaited<ReturnType<ReturnType<typeof newest>['execute']>>[number];

/**
 * The candidates for the lead, best first: high priority, then the newest with a picture, then the newest. A
 * short item without a picture must not replace a story only because it came a minute later.
 */
function leadCandidates(high: FrontCard[], top: FrontCard[]): FrontCard[] {
  const ordinary = top.filter(({ priority }) => priority !== 'low');
  return [...high, ...ordinary.filter(({ image }) => image), ...ordinary, ...top];
}

type PinRow = Awaited<ReturnType<ReturnType<typeof pinsAt>['execute']>>[number];

/** A pin starts when it was made or when its story appeared. Of two pins in one place the later one wins. */
const startOf = ({ pin, publishedAt }: PinRow) => Math.max(pin.createdAt.getTime(), publishedAt.getTime());

function pinsByPlace(rows: PinRow[]): Map<string, Standing> {
  const places = new Map<string, Standing>();
  for (const { pin, ...card } of rows.toSorted((a, b) => startOf(a) - startOf(b)))
    places.set(placeKey(pin), { ...card, pin: { id: pin.id, expiresAt: pin.expiresAt } });
  return places;
}

/**
 * The front page of an edition at a time; for a future time, as it will be if nothing else changes until
 * then. Pinned stories keep their places; the other places are filled with the newest, by priority. No story
 * appears twice, and none appears both in the bar and below it.
 */
export async function composeFront(locale: Locale, at: Date): Promise<FrontPage> {
  const [rows, broken, allSections] = await Promise.all([
    pinsAt().execute({ locale, now: at }),
    listBreaking(locale, at),
    listSections(),
  ]);
  const pins = pinsByPlace(rows);
  const taken = new Set([...pins.values()].map((card) => card.id));
  const breaking = broken.filter((card) => !taken.has(card.id)).slice(0, BREAKING_LINES);
  for (const card of breaking) taken.add(card.id);

  function fill(size: number, keyOf: (position: number) => string, pool: ArticleCard[]): Standing[] {
    const rest = pool.filter((card) => !taken.has(card.id)).values();
    return Array.from({ length: size }, (_, position) => {
      const pinned = pins.get(keyOf(position));
      if (pinned)
        return broken.some((card) => card.id === pinned.id) ? { ...pinned, isBreaking: true } : pinned;
      const card = rest.next().value;
      if (!card) return undefined;
      taken.add(card.id);
      return { ...card, pin: null };
    }).filter((card) => card !== undefined);
  }

  const [high, top] = await Promise.all([
    newestHigh().execute({ locale, now: at, limit: 1 + taken.size }),
    newest().execute({ locale, now: at, limit: 1 + SECOND + taken.size }),
  ]);
  const [lead] = fill(1, () => 'lead', leadCandidates(high, top));
  const second = fill(SECOND, (position) => placeKey({ slot: 'second', sectionId: null, position }), top);
  const limit = IN_SECTION + taken.size;
  const pool = await newestInSections().execute({ locale, now: at, limit });
  const blocks = allSections.map((section) => ({
    section,
    cards: fill(
      IN_SECTION,
      (position) => placeKey({ slot: 'section', sectionId: section.id, position }),
      pool.filter((card) => card.sectionId === section.id),
    ),
  }));
  // If the site's only story is breaking, it becomes the lead: the page below the bar would be empty.
  const [only] = breaking;
  if (!lead && only)
    return { lead: { ...only, pin: null, isBreaking: true }, second, blocks, breaking: breaking.slice(1) };
  return { ...(lead && { lead }), second, blocks, breaking };
}
