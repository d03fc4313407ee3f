import type { Person } from '#lib/people/can.ts';
import { shingleSignature } from '#lib/comments/similarity.ts';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { comments, users } from '#db/tables/tables.ts';
import { seedDemo } from './seed-demo.ts';

const CHUNK = 500;
const WRITERS = 5000;

/**
 * Fills the queue of a demo newsroom for measurements: one comment a second, from some thousand writers.
 * Returns a moderator.
 */
export async function fillQueue(count: number): Promise<Person> {
  await seedDemo();
  const now = new Date();
  const person: Person = { id: newId(), name: 'سلمى', role: 'moderator' };
  await db()
    .insert(users)
    .values({
      ...person,
      email: 'moderator@midad.example',
      emailVerified: true,
      createdAt: now,
      updatedAt: now,
    });
  const [some] = await db().select({ articleId: comments.articleId }).from(comments).limit(1);
  for (let start = 0; start < count; start += CHUNK) {
    const rows = Array.from({ length: CHUNK }, (_, at) => {
      const [id, n] = [newId(), start + at];
      const body = `رأيي في المقالة ${n % 1000}: كتابة القارئ رقم ${n} عن شبكة المياه والطريق والسوق القديم، وما ينبغي أن يُصلح أولًا.`;
      return {
        id,
        articleId: some!.articleId,
        threadId: id,
        name: `قارئ ${n % WRITERS}`,
        body,
        bodyKey: String(n),
        status: 'pending' as const,
        score: n % 97,
        signature: n % 50 === 0 ? shingleSignature(body) : '',
        writerId: `w${n % WRITERS}`,
        createdAt: new Date(now.getTime() - (count - n) * 1000),
      };
    });
    await db().insert(comments).values(rows);
  }
  return person;
}
