import { eq, inArray } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NotAllowed, type Person } from '#lib/people/can.ts';
import { banCommenter, countBans, findBan, liftBan, listBans, undoBan, type BanOrder } from './bans.ts';
import { db } from '#db/engine/client.ts';
import { getContactKeys } from '#db/privacy/addresses/keys.ts';
import { approveComment } from './moderate.ts';
import { bans, comments, moderationDecisions } from '#db/tables/tables.ts';
import { addHeldComment } from '#db/testing/comments.ts';
import { addTestArticle, addTestPerson, AT } from '#db/testing/staff.ts';

const later = (seconds: number) => new Date(AT.getTime() + seconds * 1000);

let salma: Person;
let writer: Person;
let articleId: string;

const order = (commentId: string, more: Partial<BanOrder> = {}): BanOrder => ({
  commentId,
  kind: 'writer',
  days: 7,
  reason: ' إزعاج ',
  withAll: false,
  ...more,
});
const statusesOf = async (ids: string[]) => {
  const rows = await db()
    .select({ id: comments.id, status: comments.status })
    .from(comments)
    .where(inArray(comments.id, ids));
  return ids.map((id) => rows.find((row) => row.id === id)?.status);
};
async function ban(commentId: string, more: Partial<BanOrder> = {}, now = later(60)) {
  const result = await banCommenter(order(commentId, more), salma, now);
  if ('fault' in result) throw new Error(result.fault);
  return result;
}

beforeAll(async () => {
  salma = await addTestPerson('سلمى', 'moderator');
  writer = await addTestPerson('كاتب', 'author');
  articleId = await addTestArticle();
});
beforeEach(async () => {
  await db().delete(bans);
  await db().delete(moderationDecisions);
  await db().delete(comments);
});

describe('a ban', () => {
  it('applies to the browser for its time, and is listed until then', async () => {
    const id = await addHeldComment(articleId, { writerId: 'w1' });
    const { banId, moved } = await ban(id);
    expect(moved).toBe(0);
    expect(await findBan(db(), ['', 'w1'], later(120))).toMatchObject({
      id: banId,
      kind: 'writer',
      reason: 'إزعاج',
    });
    expect(await findBan(db(), ['w2'], later(120))).toBeUndefined();
    expect(await listBans(later(120), { limit: 9 })).toMatchObject([{ id: banId, byName: 'سلمى' }]);
    const eightDays = later(8 * 86_400);
    expect(await findBan(db(), ['w1'], eightDays)).toBeUndefined();
    expect(await countBans(eightDays)).toBe(0);
    expect(await statusesOf([id])).toEqual(['pending']);
  });

  it('without an end lasts for ever, and replaces an earlier one', async () => {
    const id = await addHeldComment(articleId, { writerId: 'w1' });
    const first = await ban(id, { days: 1 });
    expect(await ban(id, { days: null }, later(90))).toEqual(first);
    expect(await findBan(db(), ['w1'], later(900 * 86_400))).toBeDefined();
    expect(await countBans(later(100))).toBe(1);
  });

  it('on an address stores its key, not the address', async () => {
    const id = await addHeldComment(articleId, { email: 'canary-ban@birds.example' });
    await ban(id, { kind: 'email' });
    const { email } = await getContactKeys(db(), id);
    expect(await findBan(db(), [email!], later(120))).toBeDefined();
    expect(JSON.stringify(await db().select().from(bans))).not.toContain('canary');
  });

  it('on a network ends with the day of the comment, as the key then changes', async () => {
    const id = await addHeldComment(articleId, { email: 'a@b.example' });
    await ban(id, { kind: 'network', days: null });
    const [row] = await db().select().from(bans);
    expect(row!.until).toEqual(new Date('2026-11-24T00:00:00Z'));
    expect(await banCommenter(order(id, { kind: 'network' }), salma, later(2 * 86_400))).toEqual({
      fault: 'networkPast',
    });
  });

  it('needs a comment whose browser or address is known', async () => {
    const id = await addHeldComment(articleId, { writerId: '' });
    expect(await banCommenter(order(id), salma, later(60))).toEqual({ fault: 'unknown' });
    expect(await banCommenter(order(id, { kind: 'email' }), salma, later(60))).toEqual({ fault: 'unknown' });
  });

  it('is refused to a role that does not moderate', async () => {
    const id = await addHeldComment(articleId, { writerId: 'w1' });
    await expect(banCommenter(order(id), writer)).rejects.toThrow(NotAllowed);
    await expect(liftBan(id, writer)).rejects.toThrow(NotAllowed);
    await expect(undoBan(id, writer)).rejects.toThrow(NotAllowed);
  });
});

describe('a ban with all comments', () => {
  it('moves pending and approved comments to spam, and its undo restores them all', async () => {
    const theirs = [
      await addHeldComment(articleId, { writerId: 'w1', editedAt: AT }),
      await addHeldComment(articleId, { writerId: 'w1', status: 'approved' }),
    ];
    const refused = await addHeldComment(articleId, { writerId: 'w1', status: 'rejected' });
    const other = await addHeldComment(articleId, { writerId: 'w2' });
    const { banId, moved } = await ban(theirs[0]!, { withAll: true });
    expect(moved).toBe(2);
    expect(await statusesOf([...theirs, refused, other])).toEqual(['spam', 'spam', 'rejected', 'pending']);
    expect(await undoBan(banId, salma, later(80))).toEqual({ restored: 2 });
    expect(await statusesOf(theirs)).toEqual(['pending', 'approved']);
    expect(await findBan(db(), ['w1'], later(90))).toBeUndefined();
    expect(await undoBan(banId, salma, later(95))).toBeUndefined();
  });

  it('by address finds other browsers; its undo keeps later decisions of colleagues', async () => {
    const ids = [
      await addHeldComment(articleId, { writerId: 'w1', email: 'x@y.example' }),
      await addHeldComment(articleId, { writerId: 'w2', email: 'x@y.example' }),
    ];
    const { banId, moved } = await ban(ids[0]!, { kind: 'email', withAll: true });
    expect(moved).toBe(2);
    await approveComment({ commentId: ids[1]!, status: 'spam' }, salma, later(70));
    expect(await undoBan(banId, salma, later(80))).toEqual({ restored: 1 });
    expect(await statusesOf(ids)).toEqual(['pending', 'approved']);
  });

  it('that is lifted later leaves the comments in spam', async () => {
    const id = await addHeldComment(articleId, { writerId: 'w1' });
    const { banId } = await ban(id, { withAll: true });
    expect(await liftBan(banId, salma, AT)).toBe(true);
    expect(await liftBan(banId, salma, AT)).toBe(false);
    expect(await db().select({ status: comments.status }).from(comments).where(eq(comments.id, id))).toEqual([
      { status: 'spam' },
    ]);
  });
});
