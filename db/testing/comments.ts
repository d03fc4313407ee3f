import { db } from '#db/engine/client.ts';
import { keepContact } from '#db/privacy/addresses/keep.ts';
import { recordDecision } from '#db/moderation/decisions.ts';
import { newId } from '#db/engine/ids.ts';
import { comments, type Comment } from '#db/tables/tables.ts';
import { AT } from './staff.ts';

/** Adds a comment and the rule's decision about its status, with a contact if an address is given. */
export async function addHeldComment(
  articleId: string,
  fields: Partial<Comment> & { email?: string; network?: string } = {},
): Promise<string> {
  const { email, network = '192.0.2.1', ...columns } = fields;
  const id = newId();
  const row = {
    id,
    articleId,
    threadId: id,
    name: 'قارئ',
    body: `نص ${id}`,
    bodyKey: id,
    status: 'pending' as const,
    createdAt: AT,
    ...columns,
  };
  await db().transaction(async (tx) => {
    await tx.insert(comments).values(row);
    if (email) await keepContact(tx, id, { email, address: network }, row.createdAt);
    await recordDecision(tx, { commentId: id, rule: 'hold-all', to: row.status }, row.createdAt);
  });
  return id;
}
