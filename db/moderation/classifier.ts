import { and, desc, eq, inArray, lt, ne, notInArray, sql } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import {
  classify,
  isReady,
  tallyOf,
  TEXTS,
  TOKENS,
  tokensOf,
  type Tally,
  type Verdict,
} from '#lib/comments/classifier.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db, preparedIn, untilCommit, type Runner, type Transaction } from '#db/engine/client.ts';
import { factsOf, type CommentStatus } from '#lib/comments/states.ts';
import { classifierTokens, moderationDecisions, settings } from '#db/tables/tables.ts';

type Class = keyof Tally;

/** Rows per statement: few different lengths, so few prepared statements. */
const PORTION = 100;
/** At most this many tokens are kept; the rarest are removed first. */
const MOST_TOKENS = 200_000;

const classOf = (status: CommentStatus | null): Class | null => status && factsOf(status).teaches;

const portions = <T>(rows: T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / PORTION) }, (_, n) =>
    rows.slice(n * PORTION, (n + 1) * PORTION),
  );

async function learn(tx: Transaction, text: string, as: Class): Promise<void> {
  const column = sql.identifier(as);
  const rows = Array.from(tallyOf(text), ([token, n]) => ({ token, spam: 0, approved: 0, [as]: n }));
  for (const values of portions(rows)) {
    await tx
      .insert(classifierTokens)
      .values(values)
      .onConflictDoUpdate({
        target: classifierTokens.token,
        set: { [as]: sql`${classifierTokens[as]} + excluded.${column}` },
      });
  }
}

async function unlearn(tx: Transaction, text: string, as: Class): Promise<void> {
  const column = classifierTokens[as];
  const less = (n: number) => ({ [as]: sql`case when ${column} > ${n} then ${column} - ${n} else 0 end` });
  const { [TOKENS]: size = 0, ...rest } = Object.fromEntries(tallyOf(text));
  for (const tokens of portions(Object.keys(rest)))
    await tx.update(classifierTokens).set(less(1)).where(inArray(classifierTokens.token, tokens));
  await tx.update(classifierTokens).set(less(size)).where(eq(classifierTokens.token, TOKENS));
}

/** Whether a person made the move before the latest one. The decision of a rule was never learned. */
async function wasDecided(tx: Transaction, commentId: string): Promise<boolean> {
  const [, before] = await tx
    .select({ userId: moderationDecisions.userId })
    .from(moderationDecisions)
    .where(and(eq(moderationDecisions.commentId, commentId), eq(moderationDecisions.act, 'move')))
    .orderBy(desc(moderationDecisions.sequence))
    .limit(2);
  return before?.userId != null;
}

/**
 * Learns from a person's decision, in its transaction and after its row was written. A comment that changes
 * between spam and approved moves its tokens; an undo unlearns them.
 */
export async function learnFromDecision(
  tx: Transaction,
  text: string,
  from: CommentStatus | null,
  to: CommentStatus,
  commentId?: string,
): Promise<void> {
  const [was, becomes] = [classOf(from), classOf(to)];
  if (was === becomes) return;
  if (was && (!commentId || (await wasDecided(tx, commentId)))) await unlearn(tx, text, was);
  if (becomes) await learn(tx, text, becomes);
}

const names = Array.from({ length: PORTION }, (_, n) => `t${n}`);
const countsOf = preparedIn((runner) =>
  runner
    .select()
    .from(classifierTokens)
    .where(
      inArray(
        classifierTokens.token,
        names.map((name) => sql.placeholder(name)),
      ),
    )
    .prepare(),
);

async function readCounts(runner: Runner, tokens: string[]): Promise<Map<string, Tally>> {
  const counts = new Map<string, Tally>();
  for (const portion of portions(tokens)) {
    // The query is built once. In a shorter portion the first token stands for the missing ones.
    const values = Object.fromEntries(names.map((name, n) => [name, portion[n] ?? portion[0]]));
    for (const { token, ...tally } of await countsOf(runner).execute(values)) counts.set(token, tally);
  }
  return counts;
}

const readTotals = (runner: Runner) => readCounts(runner, [TEXTS, TOKENS]);
const committedTotals = untilCommit(() => readTotals(db()));

async function isSwitchedOff(runner: Runner): Promise<boolean> {
  const [row] = await runner
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, 'classifierOn'));
  return row?.value === false;
}

/**
 * The probability that a text is spam, from the desk's earlier decisions; null while switched off or with too
 * few decisions.
 */
export async function classifyComment(text: string, tx?: Transaction): Promise<Verdict | null> {
  const runner = tx ?? db();
  const totals = await (tx ? readTotals(tx) : committedTotals());
  if (!isReady(totals.get(TEXTS)) || (await isSwitchedOff(runner))) return null;
  const tokens = tokensOf(text);
  return classify(new Map([...totals, ...(await readCounts(runner, tokens))]), tokens);
}

/** What the classifier has learned so far, with the words that best separate the two classes. */
export async function getClassifierState() {
  const texts = (await readCounts(db(), [TEXTS])).get(TEXTS) ?? { spam: 0, approved: 0 };
  const { spam, approved } = classifierTokens;
  const strongest = (mine: typeof spam, other: typeof spam) =>
    db()
      .select({ token: classifierTokens.token })
      .from(classifierTokens)
      .where(
        and(
          notInArray(classifierTokens.token, [TEXTS, TOKENS]),
          sql`${classifierTokens.token} not like '~%'`,
          sql`${mine} > ${other}`,
        ),
      )
      .orderBy(sql`${mine} * 1.0 / (${other} + 1) desc`, classifierTokens.token)
      .limit(12);
  const words = async (rows: ReturnType<typeof strongest>) => (await rows).map(({ token }) => token);
  return {
    texts,
    ready: isReady(texts),
    spamWords: await words(strongest(spam, approved)),
    approvedWords: await words(strongest(approved, spam)),
  };
}

/** Deletes everything that was learned. */
export async function resetClassifier(actor: Person, now = new Date()): Promise<void> {
  mustBeAble(actor, 'moderationRules');
  await db().transaction(async (tx) => {
    const [texts] = await tx.select().from(classifierTokens).where(eq(classifierTokens.token, TEXTS));
    await tx.delete(classifierTokens);
    const detail = { spam: texts?.spam ?? 0, approved: texts?.approved ?? 0 };
    await writeAudit(
      { userId: actor.id, action: 'classifier.reset', subject: 'classifier', detail },
      now,
      tx,
    );
  });
}

/** Limits the size of the table: the rarest tokens are removed first. Returns the number removed. */
export async function pruneClassifier(most = MOST_TOKENS): Promise<number> {
  const total = sql`${classifierTokens.spam} + ${classifierTokens.approved}`;
  const gone = await db()
    .delete(classifierTokens)
    .where(and(lt(total, 1), ne(classifierTokens.token, TEXTS), ne(classifierTokens.token, TOKENS)))
    .returning();
  let pruned = gone.length;
  for (let rarest = 1; (await db().$count(classifierTokens)) > most; rarest++) {
    const rows = await db()
      .delete(classifierTokens)
      .where(and(eq(total, rarest), notInArray(classifierTokens.token, [TEXTS, TOKENS])))
      .returning();
    pruned += rows.length;
  }
  return pruned;
}
