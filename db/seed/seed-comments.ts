import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '#lib/arabic/fold.ts';
import { randomToken, sha256 } from '#lib/security/crypto.ts';
import { db } from '#db/engine/client.ts';
import { keepContact } from '#db/privacy/addresses/keep.ts';
import { recordDecision } from '#db/moderation/decisions.ts';
import { newId } from '#db/engine/ids.ts';
import { comments, type Comment } from '#db/tables/tables.ts';

type DemoComment = {
  key: string;
  article: string;
  replyTo: string | null;
  name: string;
  email: string;
  body: string;
  status: Comment['status'];
  hoursAgo: number;
};

/**
 * Writes the readers' comments of the demo, parents before replies, each with the decision that gave it its
 * state.
 */
export async function seedComments(articleIds: Map<string, string>, now: Date): Promise<void> {
  const rows = JSON.parse(
    readFileSync(join(process.cwd(), 'db/seed/comments.json'), 'utf8'),
  ) as DemoComment[];
  const written = new Map<string, { id: string; threadId: string; depth: number }>();
  await db().transaction(async (tx) => {
    for (const row of rows.toSorted((a, b) => b.hoursAgo - a.hoursAgo)) {
      const articleId = articleIds.get(row.article);
      const parent = row.replyTo ? written.get(row.replyTo) : undefined;
      if (!articleId || (row.replyTo && !parent)) throw new Error(`Demo comment ${row.key} hangs in the air`);
      const id = newId();
      const createdAt = new Date(now.getTime() - row.hoursAgo * 3_600_000);
      const threadId = parent?.threadId ?? id;
      const depth = parent ? parent.depth + 1 : 0;
      await tx.insert(comments).values({
        id,
        articleId,
        parentId: parent?.id ?? null,
        threadId,
        name: row.name,
        body: row.body,
        bodyKey: sha256(fold(row.body)),
        status: row.status,
        createdAt,
        writerId: randomToken(12),
        depth,
        reviewedAt: row.status === 'pending' ? null : createdAt,
      });
      await keepContact(tx, id, { email: row.email, address: '192.0.2.1' }, createdAt);
      await recordDecision(tx, { commentId: id, rule: 'demo', to: row.status }, createdAt);
      written.set(row.key, { id, threadId, depth });
    }
  });
}
