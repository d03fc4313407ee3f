import { desc } from 'drizzle-orm';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { compileWordRules, type WordHit, type WordRule } from '#lib/comments/word-rules.ts';
import { db } from '#db/engine/client.ts';
import { comments } from '#db/tables/tables.ts';
import { listWordRules, type WordRuleInput } from './word-rules.ts';
import { isPublicComment } from '#db/tables/in-states.ts';

/** Comments that a trial reads, and most samples of matches that it shows. */
const LATEST = 5000;
const SAMPLES = 8;
/** Comments per portion; other requests run between two portions. */
const PORTION = 50;

/** A rule to add, to change (with its `id`), or to remove (`id` without `rule`). */
export type RuleChange = { id?: string; rule?: WordRuleInput };
type Sample = { id: string; name: string; body: string; hits: WordHit[] };
/**
 * `held` and `freed` count approved comments: those that the change would hold, and those that it would free.
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
    .where(isPublicComment())
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
