import { desc, eq } from 'drizzle-orm';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { compileWordRules, type WordHit, type WordRule } from '#lib/comments/word-rules.ts';
import { db } from '#db/engine/client.ts';
import { comments } from '#db/tables/tables.ts';
import { listWordRules, type WordRuleInput } from './word-rules.ts';

/** Comments read again for a trial, and how many of those it meets are shown. */
const LATEST = 5000;
const SAMPLES = 8;
/** Readers are answered between two portions. */
const PORTION = 50;

/** A rule to be added, set anew under its id, or (with nothing to set) removed. */
export type RuleChange = { id?: string; rule?: WordRuleInput };
type Sample = { id: string; name: string; body: string; hits: WordHit[] };
/**
 * `held` and `freed` are of comments that people approved: what the change would have cost, and what it would
 * give back.
 */
export type Trial = { total: number; held: number; freed: number; samples: Sample[] };

const withChange = (rules: WordRule[], { id, rule }: RuleChange): WordRule[] => [
  ...rules.filter((each) => each.id !== id),
  ...(rule ? [{ id: id ?? 'new', ...rule }] : []),
];

/** What a change of the word rules would have done to the latest approved comments. Changes nothing. */
export async function tryWordRule(change: RuleChange): Promise<Trial> {
  const rules = await listWordRules();
  const [before, after] = [compileWordRules(rules), compileWordRules(withChange(rules, change))];
  const rows = await db()
    .select({ id: comments.id, name: comments.name, body: comments.body })
    .from(comments)
    .where(eq(comments.status, 'approved'))
    .orderBy(desc(comments.createdAt))
    .limit(LATEST);
  const trial: Trial = { total: rows.length, held: 0, freed: 0, samples: [] };
  for (const [place, row] of rows.entries()) {
    if (place % PORTION === PORTION - 1) await nextTurn();
    const [was, becomes] = [before(row.body), after(row.body)];
    if (was.length > 0 === becomes.length > 0) continue;
    if (becomes.length > 0) trial.held++;
    else trial.freed++;
    if (trial.samples.length < SAMPLES)
      trial.samples.push({ ...row, hits: becomes.length > 0 ? becomes : was });
  }
  return trial;
}
