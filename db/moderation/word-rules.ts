import { asc, count, eq, max } from 'drizzle-orm';
import { z } from 'zod';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { compileWordRules, warnAbout, type WordMatcher, type WordRule } from '#lib/comments/word-rules.ts';
import { filledLine } from '#lib/text/text-field.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db, preparedIn, untilCommit, type Runner, type Transaction } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { users, wordRules } from '#db/tables/tables.ts';

const ruleFields = { id: wordRules.id, word: wordRules.word, mode: wordRules.mode, level: wordRules.level };

export const WORD_MODES = ['affixes', 'exact', 'prefix'] as const satisfies WordRule['mode'][];
export const WORD_LEVELS = ['suspect', 'banned', 'exception'] as const satisfies WordRule['level'][];

export const wordRuleSchema = z.object({
  word: filledLine(80).refine((word) => !warnAbout(word).includes('noLetters')),
  mode: z.enum(WORD_MODES),
  level: z.enum(WORD_LEVELS),
});
export type WordRuleInput = z.output<typeof wordRuleSchema>;

/** The rules that the matcher needs, without their authors. */
export const listWordRules = (runner: Runner = db()) =>
  runner.select(ruleFields).from(wordRules).orderBy(asc(wordRules.word), asc(wordRules.id));

/** The rules with the person who last changed each, for the desk. */
export const listWordRulesWithMakers = () =>
  db()
    .select({ ...ruleFields, byName: users.name, at: wordRules.createdAt })
    .from(wordRules)
    .leftJoin(users, eq(wordRules.userId, users.id))
    .orderBy(asc(wordRules.word), asc(wordRules.id));

const latestRule = preparedIn((runner) =>
  runner
    .select({ rules: count(), latest: max(wordRules.createdAt) })
    .from(wordRules)
    .prepare(),
);

async function readStamp(runner: Runner): Promise<string> {
  const [table] = await latestRule(runner).execute();
  return `${table?.rules ?? 0} ${table?.latest?.getTime() ?? ''}`;
}
const committedStamp = untilCommit(() => readStamp(db()));

let compiled: { stamp: string; match: WordMatcher } | undefined;

/**
 * Matches the newsroom's words in a text. Compiled once per process. Every submission calls this, so one
 * small row detects changes by another process (`createdAt` is when a rule was last set).
 */
export async function loadWordMatcher(tx?: Transaction): Promise<WordMatcher> {
  const stamp = await (tx ? readStamp(tx) : committedStamp());
  if (compiled?.stamp !== stamp) compiled = { stamp, match: compileWordRules(await listWordRules(tx)) };
  return compiled.match;
}

export type WordRuleResult = { rule: WordRule } | { fault: 'known' | 'gone' };

/** The same word twice would count twice. A rule and an exception for one word do not conflict. */
async function isKnown(runner: Runner, { word, level }: WordRuleInput, exceptId?: string): Promise<boolean> {
  const same = await runner.select(ruleFields).from(wordRules).where(eq(wordRules.word, word));
  return same.some(
    (rule) => rule.id !== exceptId && (rule.level === 'exception') === (level === 'exception'),
  );
}

export async function addWordRule(
  input: WordRuleInput,
  actor: Person,
  now = new Date(),
): Promise<WordRuleResult> {
  mustBeAble(actor, 'moderationRules');
  return db().transaction(async (tx) => {
    if (await isKnown(tx, input)) return { fault: 'known' };
    const rule = { id: newId(), ...input };
    await tx.insert(wordRules).values({ ...rule, userId: actor.id, createdAt: now });
    await writeAudit(
      { userId: actor.id, action: 'wordRule.added', subject: rule.id, detail: input },
      now,
      tx,
    );
    return { rule };
  });
}

export async function changeWordRule(
  id: string,
  input: WordRuleInput,
  actor: Person,
  now = new Date(),
): Promise<WordRuleResult> {
  mustBeAble(actor, 'moderationRules');
  return db().transaction(async (tx) => {
    const [before] = await tx.select(ruleFields).from(wordRules).where(eq(wordRules.id, id));
    if (!before) return { fault: 'gone' };
    if (await isKnown(tx, input, id)) return { fault: 'known' };
    await tx
      .update(wordRules)
      .set({ ...input, userId: actor.id, createdAt: now })
      .where(eq(wordRules.id, id));
    const { word, mode, level } = before;
    await writeAudit(
      {
        userId: actor.id,
        action: 'wordRule.changed',
        subject: id,
        before: { word, mode, level },
        after: { ...input },
      },
      now,
      tx,
    );
    return { rule: { id, ...input } };
  });
}

export async function removeWordRule(id: string, actor: Person, now = new Date()): Promise<WordRuleResult> {
  mustBeAble(actor, 'moderationRules');
  return db().transaction(async (tx) => {
    const [rule] = await tx.delete(wordRules).where(eq(wordRules.id, id)).returning(ruleFields);
    if (!rule) return { fault: 'gone' };
    const { word, mode, level } = rule;
    await writeAudit(
      { userId: actor.id, action: 'wordRule.removed', subject: id, detail: { word, mode, level } },
      now,
      tx,
    );
    return { rule };
  });
}
