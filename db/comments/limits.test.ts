import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { moderationDecisions } from '#db/tables/tables.ts';
import { after, MINUTE, NOON, submission } from '#db/testing/articles.ts';
import {
  addCommentedArticle,
  articleId,
  clearComments,
  faultOf,
  storedNew,
  submitNew,
} from '#db/testing/sent-comments.ts';
import type { Submission } from './submit.ts';

beforeAll(addCommentedArticle);
beforeEach(clearComments);

/** A token of a form that was opened one second before it was sent. */
const hastyToken = () => ({ ...submission(articleId).token, issuedAt: after(-1000) });

describe('limits', () => {
  const email = 'fast@example.org';
  const address = '192.0.2.9';

  async function send(count: number, given: Partial<Submission>, at: (n: number) => Date = () => NOON) {
    for (let n = 0; n < count; n++) await storedNew(given, at(n));
  }

  it('apply to an address silently: two a minute, six in ten minutes', async () => {
    const ruleOf = async (now: Date) => {
      const { id } = await storedNew({ email }, now);
      const [row] = await db()
        .select({ rule: moderationDecisions.rule })
        .from(moderationDecisions)
        .where(eq(moderationDecisions.commentId, id));
      return row!.rule;
    };
    await send(2, { email });
    expect(await ruleOf(NOON)).toBe('address-limit');
    expect(await ruleOf(after(MINUTE + 1))).not.toContain('address');
    await send(2, { email }, (n) => after((n + 3) * MINUTE));
    expect(await ruleOf(after(8 * MINUTE))).toBe('address-limit');
    expect(await ruleOf(after(19 * MINUTE))).not.toContain('address');
  });

  it('let one network send six a minute, for any writers', async () => {
    await send(6, { address });
    expect(await faultOf({ address: '192.0.2.200' })).toBe('tooFast');
    expect(await faultOf({ address: '192.0.3.9' })).toBeNull();
    expect(await faultOf({ address }, after(MINUTE + 1))).toBeNull();
  });

  it('let one browser send one in twenty seconds, and say how long to wait', async () => {
    const writerId = newId();
    await storedNew({ writerId });
    expect(await submitNew({ writerId }, after(5000))).toEqual({ fault: 'tooFast', wait: 16 });
    expect(await faultOf({ writerId }, after(20_000))).toBe('tooFast');
    expect(await faultOf({ writerId: newId() }, after(20_000))).toBeNull();
    expect(await faultOf({ writerId }, after(20_001))).toBeNull();
  });

  it('let one browser send six in ten minutes', async () => {
    const writerId = newId();
    await send(6, { writerId }, (n) => after(n * MINUTE));
    expect(await submitNew({ writerId }, after(8 * MINUTE))).toEqual({ fault: 'tooFast', wait: 121 });
    expect(await faultOf({ writerId }, after(10 * MINUTE + 1))).toBeNull();
  });

  it('do not join readers who gave no address', async () => {
    for (let n = 0; n < 4; n++) await storedNew({ email: '' });
    expect(await faultOf({ email: '' })).toBeNull();
  });

  it('also apply to comments sent at the same moment', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, () => submitNew({ address })));
    expect(results.filter((result) => 'comment' in result)).toHaveLength(6);
  });

  it('also count comments that went to spam', async () => {
    for (let n = 0; n < 6; n++) await storedNew({ address, decoyFilled: true, token: hastyToken() });
    expect(await faultOf({ address })).toBe('tooFast');
  });
});
