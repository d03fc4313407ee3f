import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { comments } from '#db/tables/tables.ts';
import { after, DAY, MINUTE, publish } from '#db/testing/articles.ts';
import {
  addCommentedArticle,
  clearComments,
  faultOf,
  storedNew,
  submitNew,
} from '#db/testing/sent-comments.ts';

beforeAll(addCommentedArticle);
beforeEach(clearComments);

describe('the same text', () => {
  const address = '192.0.2.130';
  it.each([
    ['the same text', 'أحسنت يا كاتبنا الكبير'],
    ['the text with vowel signs', 'أَحْسَنْتَ يا كاتِبَنا الكَبير'],
    ['the text with tatweel', 'أحســـنت يا كاتبنا الكبيــر'],
    ['the text without hamza', 'احسنت يا كاتبنا الكبير'],
    ['the text with other spaces', ' أحسنت  يا\nكاتبنا   الكبير '],
  ])('%s is a duplicate', async (_name, body) => {
    await storedNew({ body: 'أحسنت يا كاتبنا الكبير', address });
    expect(await faultOf({ body, address })).toBe('duplicate');
    expect(await db().select().from(comments)).toHaveLength(1);
  });

  it('is stored once when it is sent several times at the same moment', async () => {
    const results = await Promise.all(
      Array.from({ length: 5 }, () => submitNew({ body: 'نقرتان', address })),
    );
    expect(results.filter((result) => 'comment' in result)).toHaveLength(1);
    expect(results.filter((result) => 'fault' in result)).toEqual(
      Array.from({ length: 4 }, () => ({ fault: 'duplicate' })),
    );
    expect(await db().select().from(comments)).toHaveLength(1);
  });

  it('from the same browser is a duplicate; from another reader it is not', async () => {
    const writerId = newId();
    await storedNew({ body: 'مبروك', address: '192.0.2.4', writerId });
    expect(await faultOf({ body: 'مبروك', writerId }, after(DAY))).toBe('duplicate');
    expect(await faultOf({ body: 'مبروك' })).toBeNull();
  });

  it('from the same network is a duplicate for ten minutes only', async () => {
    await storedNew({ body: 'رحمه الله', address: '192.0.2.4' });
    expect(await faultOf({ body: 'رحمه الله', address: '192.0.2.77' }, after(10 * MINUTE))).toBe('duplicate');
    expect(await faultOf({ body: 'رحمه الله', address: '192.0.2.77' }, after(10 * MINUTE + 1))).toBeNull();
  });

  it('from two readers without an address is no duplicate', async () => {
    await storedNew({ body: 'مبروك', email: '' });
    expect(await faultOf({ body: 'مبروك', email: '' })).toBeNull();
  });

  it('is no duplicate under another article, or after the first was removed', async () => {
    const { id: other } = await publish();
    const first = await storedNew({ body: 'مبروك', address: '192.0.2.4' });
    expect(await faultOf({ body: 'مبروك', address: '192.0.2.4', articleId: other })).toBeNull();
    await db().update(comments).set({ status: 'trash' }).where(eq(comments.id, first.id));
    expect(await faultOf({ body: 'مبروك', address: '192.0.2.4' })).toBeNull();
  });
});
