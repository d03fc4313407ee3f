import { retractArticle, trashArticle, unpublishArticle, untrashArticle } from '#db/articles/acts.ts';
import { moveArticle, tagArticle } from '#db/articles/bulk.ts';
import {
  amendCorrection,
  correctArticle,
  correctionStamp,
  publishAgain,
  removeCorrection,
} from '#db/articles/corrections.ts';
import { getDraft } from '#db/articles/drafts.ts';
import { db } from '#db/engine/client.ts';
import { corrections } from '#db/tables/tables.ts';
import { publishNow, type, write } from '../desk.ts';
import { later, text, type Act, anArticle, aTag, aSection } from './pick.ts';

export const newsroom: Record<string, Act> = {
  async publish(random, person) {
    const { id } = await write(
      person,
      {
        headline: text(random),
        locale: random.pick(['ar', 'ar', 'en'] as const),
        kind: random.pick(['article', 'article', 'article', 'live'] as const),
        sectionId: (await aSection(random)).id,
        tags: [(await aTag(random)).name, random.pick(['نقل', 'صحة', 'ماء'])],
        priority: random.pick(['high', 'normal', 'normal', 'low', 'none'] as const),
      },
      new Date(),
    );
    return publishNow(id, person, new Date());
  },
  async publishSoon(random, person) {
    const { id } = await write(person, { headline: text(random), tags: ['نقل'] }, new Date());
    return publishNow(id, person, new Date(), later(1 + random.whole(3)));
  },
  async publishChange(random, person) {
    const { id } = await anArticle(random, 'published');
    await type(id, person, { headline: text(random), tags: [(await aTag(random)).name] }, new Date());
    return publishNow(id, person, new Date());
  },
  async publishChangeSoon(random, person) {
    const { id } = await anArticle(random, 'published');
    await type(id, person, { headline: text(random) }, new Date());
    return publishNow(id, person, new Date(), later(1 + random.whole(3)));
  },
  async endComments(random, person) {
    const { id } = await anArticle(random, 'published');
    await type(id, person, { commentsCloseAt: later(2).toISOString() }, new Date());
    return publishNow(id, person, new Date());
  },
  saveOnly: async (random, person) =>
    type((await anArticle(random, 'published')).id, person, { headline: text(random) }, new Date()),
  unpublish: async (random, person) =>
    unpublishArticle({ articleId: (await anArticle(random, 'published')).id }, person, new Date()),
  trash: async (random, person) =>
    trashArticle({ articleId: (await anArticle(random, 'published', 'draft')).id }, person, new Date()),
  untrash: async (random, person) =>
    untrashArticle({ articleId: (await anArticle(random, 'trash')).id }, person, new Date()),
  retract: async (random, person) =>
    retractArticle(
      { articleId: (await anArticle(random, 'published')).id, text: text(random) },
      person,
      new Date(),
    ),
  async publishAgain(random, person) {
    const { id } = await anArticle(random, 'retracted');
    const { draft } = (await getDraft(id))!;
    const notice = { fate: random.pick(['keep', 'remove'] as const) };
    return publishAgain({ articleId: id, version: draft.version, notice }, person, new Date());
  },
  correct: async (random, person) =>
    correctArticle(
      {
        articleId: (await anArticle(random, 'published')).id,
        kind: random.pick(['correction', 'update'] as const),
        text: text(random),
      } as never,
      person,
      new Date(),
    ),
  async amendNote(random, person) {
    const note = random.pick(await db().select().from(corrections));
    const on = { id: note.id, articleId: note.articleId, stamp: correctionStamp(note) };
    return random.whole(3) === 0
      ? removeCorrection(on, person, new Date())
      : amendCorrection({ ...on, text: text(random) }, person, new Date());
  },
  move: async (random, person) =>
    moveArticle(
      { articleId: (await anArticle(random, 'published')).id, sectionId: (await aSection(random)).id },
      person,
      new Date(),
    ),
  tag: async (random, person) =>
    tagArticle(
      { articleId: (await anArticle(random, 'published')).id, tag: (await aTag(random)).name },
      person,
      new Date(),
    ),
};
