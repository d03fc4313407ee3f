import { expect, it } from 'vitest';
import { scriptsOf, UNKNOWN_SCRIPT } from './scripts.ts';

it.each<[string, string[]]>([
  ['أحمد', ['Arabic']],
  ['مُحَمَّد ـ 12 ٣', ['Arabic']],
  ['Amal القارئة', ['Latin', 'Arabic']],
  ['Аhmed', ['Cyrillic', 'Latin']],
  ['田中さくら', ['EastAsian']],
  ['김철수', ['EastAsian']],
  ['ⴰⵣⵓⵍ', ['Tifinagh']],
  ['ꓮꓓꓟꓲꓠ', [UNKNOWN_SCRIPT]],
  ['Oʼzbek', ['Latin']],
  ['5 – 3 ✓', []],
  ['', []],
])('the scripts of «%s» are %j', (text, scripts) => {
  expect([...scriptsOf(text)]).toEqual(scripts);
});
