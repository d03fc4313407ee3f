/** The names that moderators know. All others are shown by code point. */
const NAMES: Record<string, string> = {
  '\t': 'TAB',
  '\r': 'CR',
  '\u00A0': 'NBSP',
  '\u00AD': 'SHY',
  '\u034F': 'CGJ',
  '\u061C': 'ALM',
  '\u200B': 'ZWSP',
  '\u200C': 'ZWNJ',
  '\u200D': 'ZWJ',
  '\u200E': 'LRM',
  '\u200F': 'RLM',
  '\u202A': 'LRE',
  '\u202B': 'RLE',
  '\u202C': 'PDF',
  '\u202D': 'LRO',
  '\u202E': 'RLO',
  '\u202F': 'NNBSP',
  '\u2060': 'WJ',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
  '\uFE0E': 'VS15',
  '\uFE0F': 'VS16',
  '\uFEFF': 'BOM',
};

/**
 * Characters drawn as nothing or as an unusual space: control characters except the line feed, formatting,
 * fillers, lone surrogates and unassigned code points. Quranic and number signs that Unicode classifies as
 * formatting are visible.
 */
const HIDDEN =
  /(?![\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\n ])[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu;

export type RevealedPart = { kind: 'text' | 'hidden'; text: string };

const label = (character: string) =>
  NAMES[character] ?? `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** A text for moderators: each invisible character becomes a separate part, ⟦ZWNJ⟧ or ⟦U+2800⟧. */
export function revealHidden(text: string): RevealedPart[] {
  const parts: RevealedPart[] = [];
  let end = 0;
  for (const { 0: character, index } of text.matchAll(HIDDEN)) {
    if (index > end) parts.push({ kind: 'text', text: text.slice(end, index) });
    parts.push({ kind: 'hidden', text: `⟦${label(character)}⟧` });
    end = index + character.length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}
