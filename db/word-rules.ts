import { compileWordRules } from '#lib/comments/word-rules.ts';
import type { Runner } from './client.ts';
import { wordRules } from './tables.ts';

/** What finds the newsroom's suspect and banned words in a text. */
export async function loadWordMatcher(runner: Runner) {
  return compileWordRules(await runner.select({ id: wordRules.id, word: wordRules.word, mode: wordRules.mode, level: wordRules.level }).from(wordRules));
}
