import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileWordRules, warnAbout, type WordRule } from './word-rules.ts';
import { costOf } from '#lib/testing/cost.ts';

const rule = (word: string, given: Partial<WordRule> = {}): WordRule => ({
  id: word,
  word,
  mode: 'affixes',
  level: 'banned',
  ...given,
});
const rules = (...words: string[]) => words.map((word) => rule(word));
const hits = (text: string, list: WordRule[]) => compileWordRules(list)(text);
/** Each hit as the marked text and its rule. */
const marked = (text: string, list: WordRule[]) =>
  hits(text, list).map(({ ruleId, start, end }) => [text.slice(start, end), ruleId]);

// The words are substitutes for worse ones. The table comes from our study of six systems; none of them finds
// half.
const LISTED = rules('كلب', 'حمار', 'خنزير');

describe('evasion', () => {
  it.each([
    ['plain', 'كلب', 1],
    ['article', 'الكلب', 1],
    ['and with article', 'والكلب', 1],
    ['pronoun', 'كلبكم', 1],
    ['for the', 'للكلب', 1],
    ['vowel signs', 'كَلْب', 1],
    ['tatweel', 'كـــلـــب', 1],
    ['ZWNJ', 'ك\u200Cلب', 1],
    ['ZWJ', 'ك\u200Dلب', 1],
    ['ZWSP', 'ك\u200Bلب', 1],
    ['RLM', 'ك\u200Fلب', 1],
    ['ALM', 'ك\u061Cلب', 1],
    ['soft hyphen', 'ك\u00ADلب', 1],
    ['VS16', 'ك\uFE0Fلب', 1],
    ['Persian kaf', 'کلب', 1],
    ['presentation forms', 'ﻛﻠﺐ', 1],
    ['repeated letters', 'كلللب', 1],
    ['a digit after it', 'كلب2', 1],
    ['spaces', 'ك ل ب', 2],
    ['dots', 'ك.ل.ب', 2],
    ['markdown', 'ك**ل**ب', 2],
    ['spaces and repeated letters', 'ك ل ل ل ب', 2],
    ['article and spaces', 'ا ل ك ل ب', 2],
    ['an emoji between letters', 'ك🖕لب', 3],
    ['an asterisk between letters', 'كل*ب', 3],
    ['a vocative prefix', 'ياكلب', 3],
    ['a demonstrative prefix', 'هالكلب', 3],
    ['Arabizi', 'kalb', 3],
    ['Arabizi with another vowel', 'KELB', 3],
    ['Arabizi with digits', '7mar', 3],
    ['Arabizi with article', 'el7omaar', 3],
    ['Arabizi of four consonants', '5anzeer', 3],
    ['Arabizi with kh', 'khanzir', 3],
  ] as const)('by %s is found and marked', (_name, written, pass) => {
    const text = `قال: يا ${written}، ومضى`;
    const [hit, ...others] = hits(text, LISTED);
    expect(others).toEqual([]);
    expect(hit).toMatchObject({ pass, level: pass === 3 ? 'suspect' : 'banned' });
    const span = text.slice(hit!.start, hit!.end);
    // Of a spelt-out word the stem is marked.
    expect(written.endsWith(span) || `${span}2` === written).toBe(true);
  });

  it.each([
    'كلبشات',
    'مكلبش',
    'كلبش',
    'والكلبشات',
    'حمارنه',
    'كل باب',
    'أكل.بعض',
    'ك',
    'klbsht',
    'kal',
    'club',
    'بلك',
    'بـ\u202Eبلك\u202C',
  ])('is not found in %s', (text) => expect(hits(`قال: ${text}، ومضى`, LISTED)).toEqual([]));

  it('by a spelt-out sentence is found', () =>
    expect(marked('ا ن ت ك ل ب', LISTED)).toEqual([['ك ل ب', 'كلب']]));
});

describe('the mode', () => {
  const found = (word: string, mode: WordRule['mode'], text: string) =>
    hits(text, [rule(word, { mode })]).length > 0;

  it('exact allows no affixes, but other spellings', () => {
    expect(['كلب', 'كَـلب', 'ک ل ب', 'ك🖕لب'].map((text) => found('كلب', 'exact', text))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['الكلب', 'كلبي', 'كلبشات', 'kalb'].map((text) => found('كلب', 'exact', text))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('prefix allows any ending', () => {
    expect(['كلبشات', 'والكلبوب', 'كلب'].map((text) => found('كلب', 'prefix', text))).toEqual([
      true,
      true,
      true,
    ]);
    expect(found('كلب', 'prefix', 'مكلبش')).toBe(false);
  });

  it('affixes covers words in ة', () => {
    expect(
      ['زبالة', 'الزباله', 'زبالتكم', 'زبالات', 'بزبالته'].every((text) => found('زبالة', 'affixes', text)),
    ).toBe(true);
    expect(['زبالا', 'زبالين', 'زبال'].some((text) => found('زبالة', 'affixes', text))).toBe(false);
  });

  it('affixes adds no endings to a stem of two letters', () => {
    expect(['تف', 'والتف', 'ت ف'].every((text) => found('تف', 'affixes', text))).toBe(true);
    expect(['تفي', 'تفات', 'تفهم', 'ا ت ف'].some((text) => found('تف', 'affixes', text))).toBe(false);
  });

  it('works for Latin words', () => {
    expect(found('Idiot', 'affixes', 'you IDIOT!')).toBe(true);
    expect(found('idiot', 'affixes', 'idiots')).toBe(false);
    expect(found('idiot', 'prefix', 'idiots')).toBe(true);
  });
});

describe('a phrase', () => {
  it('is found with affixes on its words', () => {
    for (const text of ['ابن الكلب', 'يا ابنَ كَلْب', 'وابن، الكلبِ'])
      expect(hits(text, rules('ابن كلب'))).toHaveLength(1);
    for (const text of ['ابن', 'ابن الجيران والكلب', 'كلب ابن'])
      expect(hits(text, rules('ابن كلب'))).toEqual([]);
  });

  it('is marked from its first word to its last', () => {
    expect(marked('قال: «ابن الكلب» ومضى', rules('ابن كلب'))).toEqual([['ابن الكلب', 'ابن كلب']]);
  });
});

describe('an exception', () => {
  const exception = (word: string, mode: WordRule['mode'] = 'affixes') =>
    rule(word, { mode, level: 'exception' });

  it('removes hits inside it', () => {
    const list = [rule('كلب', { mode: 'prefix' }), exception('كلبشات'), exception('كلب البحر')];
    expect(hits('الكلبشات وكلب البحر ك ل ب ش ا ت', list)).toEqual([]);
    expect(marked('كلب البحر والكلب', list)).toEqual([['والكلب', 'كلب']]);
  });

  it('does not remove a phrase around it', () => {
    expect(marked('ابن الكلب', [rule('ابن كلب'), rule('كلب'), exception('الكلب')])).toEqual([
      ['ابن الكلب', 'ابن كلب'],
    ]);
  });

  it('of a Latin word removes guessed hits', () => {
    expect(hits('Kalb', [...LISTED, exception('kalb', 'exact')])).toEqual([]);
  });
});

describe('hits', () => {
  it('are in text order, each rule once at a position', () => {
    const list = [
      rule('كلب'),
      rule('كلبكم', { id: 'b', level: 'suspect' }),
      rule('كل', { id: 'c', mode: 'prefix', level: 'suspect' }),
    ];
    expect(
      hits('حمار كلبكم كلب', [...list, ...rules('حمار')]).map(({ ruleId, level }) => [ruleId, level]),
    ).toEqual([
      ['حمار', 'banned'],
      ['c', 'suspect'],
      ['كلب', 'banned'],
      ['b', 'suspect'],
      ['c', 'suspect'],
      ['كلب', 'banned'],
    ]);
  });

  it('are empty for rules without letters, no rules and no text', () => {
    expect(hits('!! 🖕 كلب', [rule('🖕'), rule(' ')])).toEqual([]);
    expect(hits('كلب', [])).toEqual([]);
    expect(hits('', LISTED)).toEqual([]);
  });
});

it.each<[string, string[]]>([
  ['كلب', []],
  ['كس', ['shortStem']],
  ['الكلب', ['hasArticle']],
  ['إلحاد', []],
  ['الله', []],
  ['🖕', ['noLetters']],
  ['في', ['shortStem', 'commonWord']],
  ['ابن كلب', []],
])('warnAbout %s returns %j', (word, warnings) => expect(warnAbout(word)).toEqual(warnings));

const STEMS = ['كلب', 'حمار', 'خنزير', 'غبي', 'حقير', 'تافه', 'وسخ', 'قذر', 'زبالة', 'سخيف', 'تف', 'بق'];
const FOLDER = 'db/seed/articles';
const paragraphs = readdirSync(FOLDER).flatMap(
  (file) => (JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as { body: string[] }).body,
);

it('twelve stems flag fewer than 2 % of the paragraphs of ordinary articles', () => {
  const find = compileWordRules(rules(...STEMS));
  const flagged = paragraphs.filter((paragraph) => find(paragraph).length > 0);
  expect(paragraphs.length).toBeGreaterThan(300);
  expect(flagged.length / paragraphs.length).toBeLessThan(0.02);
});

it('matching takes little time on adversarial text', () => {
  const find = compileWordRules(rules(...STEMS));
  for (const part of ['ك ', 'ك.', 'كل.', 'كلب ', 'kalb ', 'وبالكلب', '👍', 'ل']) {
    expect(costOf(() => find(part.repeat(Math.ceil(4000 / part.length))))).toBeLessThan(150);
  }
});

it('folding and matching stay within ten times their target cost', () => {
  const find = compileWordRules(rules(...STEMS));
  const text = paragraphs.join('\n');
  const pieces = Array.from({ length: Math.floor(text.length / 1000) }, (_, index) =>
    text.slice(index * 1000, index * 1000 + 1000),
  );
  const ROUNDS = 12;
  const cost =
    (costOf(() => {
      for (let n = 0; n < ROUNDS; n++) pieces.forEach((piece) => find(piece));
    }) *
      1000) /
    (ROUNDS * pieces.length);
  console.info(`folding + matching: ${cost.toFixed(0)} µs per 1,000 characters`);
  // The target is 300; ten times that is a bug.
  expect(cost).toBeLessThan(3000);
});
