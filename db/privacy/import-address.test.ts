import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { openAddresses } from '#db/privacy/addresses/open.ts';
import { deleteExpired } from './retention.ts';
import {
  articles,
  auditLog,
  commentContacts,
  comments,
  jobs,
  moderationDecisions,
  sections,
} from '#db/tables/tables.ts';
import { addNewsroom, DAY, NOON, publish } from '#db/testing/articles.ts';
import { item, file, take, byBody, replaceArticles } from '#db/testing/wxr.ts';

let path: string;
beforeAll(addNewsroom);
beforeEach(async () => {
  ({ path } = await replaceArticles());
});

describe('an imported address', () => {
  const EMAIL = 'Canary-Import@birds.example';

  it('is stored encrypted with the time of its comment, without a network, and nowhere else', async () => {
    await take(
      file(
        item(path, [
          { id: 1, email: EMAIL },
          { id: 2, email: 'لا شيء' },
        ]),
      ),
    );
    const { id, createdAt } = await byBody('نص 1');
    expect(await db().select().from(commentContacts)).toMatchObject([
      { commentId: id, networkIndex: null, networkExpiresAt: null, createdAt },
    ]);
    expect(await openAddresses([id])).toEqual(new Map([[id, EMAIL.toLowerCase()]]));
    for (const table of [
      articles,
      sections,
      comments,
      commentContacts,
      moderationDecisions,
      auditLog,
      jobs,
    ]) {
      expect(JSON.stringify(await db().select().from(table))).not.toMatch(/birds|canary|203\.0\.113/i);
    }
  });

  it('is not stored if its time was over, and is removed when its time is over', async () => {
    const old = await publish({ headline: 'قديم' }, new Date(NOON.getTime() - 61 * DAY));
    const report = await take(
      file(
        item(path, [
          { id: 1, email: EMAIL },
          { id: 2, email: EMAIL, date: '2026-09-01 08:00:00' },
        ]),
        item(`https://x.example/n/${old.number}`, [{ id: 3, email: EMAIL }]),
      ),
    );
    expect(report.addresses).toEqual({ kept: 1, tooOld: 2 });
    expect((await deleteExpired(NOON)).addresses).toBe(0);
    expect((await deleteExpired(new Date(NOON.getTime() + 61 * DAY))).addresses).toBe(1);
  });
});
