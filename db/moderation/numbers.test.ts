import { asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { NotAllowed, type Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { verifyDecisions } from './chain.ts';
import { recordDecision } from './decisions.ts';
import {
  changeCommentSettings,
  commentSettingsSchema,
  endHoldAll,
  holdAll,
  listIncidents,
  slowDown,
} from './settings.ts';
import { getModerationStats } from './stats.ts';
import { listMonthTotals } from './totals.ts';
import { getSettings } from '#db/paper/settings.ts';
import { auditLog, moderationDecisions } from '#db/tables/tables.ts';
import { addComment } from '#db/testing/articles.ts';
import { addTestArticle, addTestPerson } from '#db/testing/staff.ts';

const now = new Date('2026-11-24T10:30:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
let editor: Person;
let articleId: string;

async function decide(
  to: 'approved' | 'rejected' | 'spam',
  { waited, at = minutesAgo(30) }: { waited: number; at?: Date },
) {
  const id = await addComment(articleId, {
    body: 'نص',
    status: to,
    createdAt: new Date(at.getTime() - waited * 60_000),
  });
  const decisionId = await db().transaction((tx) =>
    recordDecision(
      tx,
      {
        commentId: id,
        userId: editor.id,
        from: 'pending',
        to,
        reasonCode: to === 'rejected' ? 'offensive' : null,
      },
      at,
    ),
  );
  return { id, decisionId };
}

beforeAll(async () => {
  editor = await addTestPerson('عمر', 'editor');
  articleId = await addTestArticle();
  for (let waited = 1; waited <= 19; waited++) await decide('approved', { waited });
  await decide('rejected', { waited: 90 });
});

describe('the statistics of the desk', () => {
  it('count the hours of today, waits, people and reasons', async () => {
    const stats = await getModerationStats({ dayStart: new Date('2026-11-24T08:00:00Z'), now, days: 30 });
    expect(stats.hours.map(({ received, decided }) => [received, decided])).toEqual([
      [1, 0],
      [19, 0],
      [0, 20],
    ]);
    expect(stats.waits).toEqual({ decided: 20, medianMinutes: 10, p95Minutes: 19 });
    expect(stats.moderators).toEqual([{ name: 'عمر', total: 20, to: { approved: 19, rejected: 1 } }]);
    expect(stats.reasons).toEqual([{ reason: 'offensive', decisions: 1 }]);
  });

  it('publish only closed months, without undone decisions', async () => {
    const october = new Date('2026-10-10T10:00:00Z');
    await decide('rejected', { waited: 1, at: october });
    const { id, decisionId } = await decide('spam', { waited: 1, at: october });
    await db().transaction((tx) =>
      recordDecision(
        tx,
        { commentId: id, userId: editor.id, from: 'spam', to: 'pending', undoesId: decisionId },
        october,
      ),
    );
    const months = await listMonthTotals({ now, timeZone: 'Africa/Tripoli', months: 12 });
    expect(months).toEqual([
      { from: new Date('2026-09-30T22:00:00Z'), to: { rejected: 1, spam: 0 }, reasons: { offensive: 1 } },
    ]);
  });
});

describe('the chain of decisions', () => {
  it('is valid over pages of rows, and breaks where a row was changed or deleted', async () => {
    const whole = await verifyDecisions(3);
    expect(whole).toMatchObject({ ok: true, count: 23 });
    expect(await verifyDecisions()).toEqual(whole);
    await db().update(moderationDecisions).set({ reason: 'دُسّ' }).where(eq(moderationDecisions.sequence, 5));
    expect(await verifyDecisions(3)).toMatchObject({ ok: false, at: 4, reason: 'hash' });
    await db().update(moderationDecisions).set({ reason: null }).where(eq(moderationDecisions.sequence, 5));
    await db().delete(moderationDecisions).where(eq(moderationDecisions.sequence, 7));
    expect(await verifyDecisions(3)).toMatchObject({ ok: false, at: 6, reason: 'sequence' });
  });
});

describe('the settings of comments', () => {
  it('are changed with a log row of old and new values, and only where they differ', async () => {
    const form = {
      commentEmail: 'optional',
      commentsCloseAfterDays: '14',
      holdScore: '30',
      spamScore: '70',
      trustAfter: '0',
      classifierOn: 'on',
      webhookUrl: '',
    };
    await changeCommentSettings(commentSettingsSchema.parse(form), editor, now);
    expect(await getSettings()).toMatchObject({
      commentEmail: 'optional',
      commentsCloseAfterDays: 14,
      holdScore: 30,
    });
    const [row] = await db().select().from(auditLog).where(eq(auditLog.action, 'settings.changed'));
    expect(row).toMatchObject({
      before: { commentEmail: 'required', commentsCloseAfterDays: 30 },
      after: { commentEmail: 'optional', commentsCloseAfterDays: 14 },
    });
    expect(commentSettingsSchema.safeParse({ ...form, spamScore: '20' }).success).toBe(false);
    expect(commentSettingsSchema.safeParse({ ...form, webhookUrl: 'javascript:alert(1)' }).success).toBe(
      false,
    );
  });

  it('include incident switches that end automatically', async () => {
    await holdAll(editor, now);
    await slowDown({ minutes: 5 }, editor, now);
    expect(await listIncidents(now)).toMatchObject([{ kind: 'holdAll' }, { kind: 'slowMode', minutes: 5 }]);
    expect(await listIncidents(new Date(now.getTime() + 25 * 3_600_000))).toEqual([]);
    await endHoldAll(editor, now);
    expect(await listIncidents(now)).toMatchObject([{ kind: 'slowMode' }]);
    await expect(holdAll({ ...editor, role: 'moderator' }, now)).rejects.toThrow(NotAllowed);
    const rows = await db().select({ action: auditLog.action }).from(auditLog).orderBy(asc(auditLog.id));
    expect(rows.map(({ action }) => action).filter((action) => action.startsWith('incident'))).toEqual([
      'incident.holdAll',
      'incident.slowMode',
      'incident.holdAllEnded',
    ]);
  });
});
