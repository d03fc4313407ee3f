import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { db, type Transaction } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { recordDecision } from '#db/moderation/decisions.ts';
import { comments } from '#db/tables/tables.ts';
import { NOON } from '#db/testing/articles.ts';
import { addCommentedArticle, articleId } from '#db/testing/sent-comments.ts';
import { shingleSignature } from '#lib/comments/similarity.ts';
import { countNearCopies, listNewest, type NewestComments } from './near-copies.ts';

const BODY = 'نفس الكلام الطويل يرسله قراء كثيرون في لحظة واحدة من شبكات مختلفة';
const SIGNATURE = shingleSignature(BODY);

beforeAll(async () => {
  await addCommentedArticle();
  // As a full disk does, this makes SQLite roll back everything that waits for the commit.
  await db().run(
    sql`create trigger disk_full before insert on redirects begin select raise(rollback, 'database or disk is full'); end`,
  );
});

/** Stores a copy, and returns how many others there are then. */
async function storeCopy(tx: Transaction, newest: NewestComments): Promise<number> {
  const id = newId();
  const values = { id, threadId: id, articleId, name: 'قارئ', body: BODY, bodyKey: id, createdAt: NOON };
  await tx.insert(comments).values({ ...values, signature: SIGNATURE, status: 'pending' });
  await recordDecision(tx, { commentId: id, rule: 'received', to: 'pending' }, NOON);
  return countNearCopies(tx, newest, { signature: SIGNATURE, exceptId: id }, NOON);
}

it('does not count copies that were lost with a failed commit, and counts those that come after it', async () => {
  const newest = await listNewest();
  const counts: number[] = [];
  const lost = db().transaction(async (tx) => {
    for (let n = 0; n < 3; n++) counts.push(await storeCopy(tx, newest));
    await tx.run(
      sql`insert into redirects (id, from_path, to_path, is_automatic, created_at) values ('r', '/a', '/b', 0, 0)`,
    );
  });
  await expect(lost).rejects.toThrow();
  expect(counts).toEqual([0, 1, 2]);
  // No commit came between them, so the list is still the same. The lost sequence numbers are given again.
  expect(await listNewest()).toBe(newest);
  const stored = await Promise.all(
    Array.from({ length: 4 }, () => db().transaction((tx) => storeCopy(tx, newest))),
  );
  expect(stored.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]);
});
