import { eq } from 'drizzle-orm';
import { refreshRankings } from '#db/articles/rankings.ts';
import { db } from '#db/engine/client.ts';
import { endBreaking, setBreaking } from '#db/front/breaking.ts';
import { pinStory, readSlots, unpinStory } from '#db/front/slots.ts';
import {
  addLiveEntry,
  changeLiveEntry,
  endCoverage,
  pinLiveEntry,
  removeLiveEntry,
  reopenCoverage,
} from '#db/live/desk.ts';
import { docFromLines } from '#lib/body/from-lines.ts';
import { articles, frontSlots } from '#db/tables/tables.ts';
import { later, text, type Act, anArticle, anEntry } from './pick.ts';

export const front: Record<string, Act> = {
  break: async (random, person) =>
    setBreaking(
      { articleId: (await anArticle(random, 'published')).id, until: later(1 + random.whole(5)) },
      person,
    ),
  endBreaking: async (random, person) => endBreaking((await anArticle(random, 'published')).id, person),
  async pin(random, person) {
    const { id: articleId, locale } = await anArticle(random, 'published');
    const { stamp } = await readSlots(locale, new Date());
    const place = random.pick(['lead', 'second-0', 'second-3']);
    const expiresAt = random.whole(2) === 0 ? null : later(1 + random.whole(4));
    return pinStory({ locale, articleId, place, from: '', expiresAt, stamp }, person);
  },
  async unpin(random, person) {
    const slot = random.pick(await db().select().from(frontSlots));
    const { stamp } = await readSlots(slot.locale, new Date());
    return unpinStory({ locale: slot.locale, slotId: slot.id, stamp }, person);
  },
  rank: () => refreshRankings(new Date()),
};

export const live: Record<string, Act> = {
  async addEntry(random, person) {
    const rows = await db().select().from(articles).where(eq(articles.kind, 'live'));
    const body = docFromLines([text(random)]);
    const entry = { at: new Date(), headline: text(random), body };
    const marks = { isKey: random.whole(2) === 0, isPinned: random.whole(6) === 0 };
    return addLiveEntry({ articleId: random.pick(rows).id, ...entry, ...marks }, person);
  },
  async changeEntry(random, person) {
    const { id: entryId, articleId, at, isKey, isPinned, updatedAt } = await anEntry(random);
    const entry = { at, headline: text(random), body: docFromLines([text(random)]), isKey, isPinned };
    return changeLiveEntry({ articleId, entryId, seenAt: updatedAt, ...entry }, person);
  },
  async markEntry(random, person) {
    const { id: entryId, articleId } = await anEntry(random);
    return random.pick([pinLiveEntry, removeLiveEntry])({ articleId, entryId }, person);
  },
  async endOrReopen(random, person) {
    const { articleId } = await anEntry(random);
    return random.pick([endCoverage, reopenCoverage])(articleId, person);
  },
};
