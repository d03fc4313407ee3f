import type { EditorWords } from './editor-context.ts';

export type Forms = EditorWords['counts']['words'];
const rules = new Map<string, Intl.PluralRules>();

/**
 * A count in the plural form of its language: «كلمتان», «5 كلمات». `#` stands for the number, because an
 * argument in message syntax would be compiled away.
 */
export function plural(language: string, forms: Forms, count: number, shown: string): string {
  const rule = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, rule);
  return forms[rule.select(count)].replace('#', shown);
}
