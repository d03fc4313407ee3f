export type WordRule = { id: string; word: string; mode: 'exact' | 'affixes' | 'prefix'; level: 'suspect' | 'banned' | 'exception' };
export type WordHit = { ruleId: string; level: WordRule['level']; start: number; end: number; pass: 1 | 2 | 3 };
export const compileWordRules = (_rules: WordRule[]) => (_text: string): WordHit[] => [];
