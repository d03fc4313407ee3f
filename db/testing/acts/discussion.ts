import { desc } from 'drizzle-orm';
import { appreciateComment, refreshAppreciations, takeBackAppreciation } from '#db/comments/appreciations.ts';
import { submitComment } from '#db/comments/submit.ts';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { approveComment, rejectComment, trashComment } from '#db/moderation/moderate.ts';
import { featureComment, unfeatureComment } from '#db/moderation/picks.ts';
import { reportComment } from '#db/moderation/reports.ts';
import { replyAsStaff } from '#db/moderation/staff-reply.ts';
import { undoDecision } from '#db/moderation/undo.ts';
import { moderationDecisions } from '#db/tables/tables.ts';
import { submission } from '../articles.ts';
import { text, NETWORKS, type Act, anArticle, aComment } from './pick.ts';

export const discussion: Record<string, Act> = {
  async comment(random) {
    const { id } = await anArticle(random, 'published');
    const given = { body: text(random), address: `10.1.${random.whole(NETWORKS)}.2`, writerId: newId() };
    return submitComment(submission(id, given, new Date()));
  },
  async reply(random) {
    const { id, articleId } = await aComment(random, true);
    const given = { body: text(random), address: `10.2.${random.whole(NETWORKS)}.2`, replyTo: id };
    return submitComment(submission(articleId, given, new Date()));
  },
  async decide(random, person) {
    const { id: commentId, status, editedAt } = await aComment(random, false);
    const decide = random.pick([approveComment, approveComment, approveComment, rejectComment, trashComment]);
    return decide({ commentId, status, editedAt } as never, person);
  },
  async undo(random, person) {
    const rows = await db()
      .select({ id: moderationDecisions.id })
      .from(moderationDecisions)
      .orderBy(desc(moderationDecisions.createdAt))
      .limit(20);
    return undoDecision(random.pick(rows).id, person);
  },
  feature: async (random, person) => featureComment((await aComment(random, true)).id, text(random), person),
  unfeature: async (random, person) => unfeatureComment((await aComment(random, true)).id, person),
  staffReply: async (random, person) => replyAsStaff((await aComment(random, true)).id, text(random), person),
  report: async (random) =>
    reportComment(
      {
        commentId: (await aComment(random, true)).id,
        source: `network ${random.whole(NETWORKS)}`,
        reason: 'factual',
        note: text(random),
      } as never,
      new Date(),
    ),
  async appreciate(random) {
    const { id: commentId } = await aComment(random, true);
    const writerId = `writer ${random.whole(NETWORKS)}`;
    if (random.whole(4) === 0) return takeBackAppreciation({ commentId, writerId }, new Date());
    return appreciateComment(
      { commentId, writerId, source: `network ${random.whole(NETWORKS)}` },
      new Date(),
    );
  },
  countAppreciations: () => refreshAppreciations(new Date()),
};
