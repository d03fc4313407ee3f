import type { EditorWords } from './editor-context.ts';

export type Forms = EditorWords['counts']['words'];
const rules = new Map<string, Intl.PluralRules>();

/**
 * A count (`#` in the words: an argument of the messages' own would be compiled away) in the form its
 * language has for it: «كلمتان», «5 كلمات».
 */
export function plural(language: string, forms: Forms, count: number, shown: string): string {
  const rule = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, rule);
  return forms[rule.select(count)].replace('#', shown);
}
