import { describe, expect, it } from 'vitest';
import { revealHidden } from './reveal-hidden.ts';
import { costOf } from '#lib/testing/cost.ts';

const shown = (text: string) =>
  revealHidden(text)
    .map((part) => part.text)
    .join('');

describe('a hidden character', () => {
  it('is a separate part', () => {
    expect(revealHidden('علی\u200Cرضا')).toEqual([
      { kind: 'text', text: 'علی' },
      { kind: 'hidden', text: '⟦ZWNJ⟧' },
      { kind: 'text', text: 'رضا' },
    ]);
    expect(revealHidden('\u200E\u200E')).toEqual([
      { kind: 'hidden', text: '⟦LRM⟧' },
      { kind: 'hidden', text: '⟦LRM⟧' },
    ]);
  });

  it.each([
    ['\u200D', 'ZWJ'],
    ['\u200F', 'RLM'],
    ['\u061C', 'ALM'],
    ['\u200B', 'ZWSP'],
    ['\u00AD', 'SHY'],
    ['\u202A', 'LRE'],
    ['\u202D', 'LRO'],
    ['\u202E', 'RLO'],
    ['\u202C', 'PDF'],
    ['\u2066', 'LRI'],
    ['\u2069', 'PDI'],
    ['\uFEFF', 'BOM'],
    ['\u00A0', 'NBSP'],
    ['\t', 'TAB'],
    ['\r', 'CR'],
    ['\uFE0F', 'VS16'],
    ['\u034F', 'CGJ'],
    ['\u0000', 'U+0000'],
    ['\u0007', 'U+0007'],
    ['\u0085', 'U+0085'],
    ['\u2028', 'U+2028'],
    ['\u2003', 'U+2003'],
    ['\u206A', 'U+206A'],
    ['\u115F', 'U+115F'],
    ['\u3164', 'U+3164'],
    ['\u2800', 'U+2800'],
    ['\uFFF9', 'U+FFF9'],
    ['\u{E0041}', 'U+E0041'],
    ['\u{E0100}', 'U+E0100'],
    ['\uE000', 'U+E000'],
    ['\uD800', 'U+D800'],
    ['\uFFFE', 'U+FFFE'],
  ])('%j is labelled %s', (character, name) => {
    expect(revealHidden(`أ${character}ب`)).toEqual([
      { kind: 'text', text: 'أ' },
      { kind: 'hidden', text: `⟦${name}⟧` },
      { kind: 'text', text: 'ب' },
    ]);
  });
});

describe('a visible character', () => {
  it.each(['', 'نص عادي\nسطر آخر', 'مُحَمَّد', 'محـــمد', '😀 👍🏽', 'café', '\u06DD \u0600', '⟦ZWNJ⟧', '< > & "'])(
    'stays unchanged in %j',
    (text) => {
      expect(revealHidden(text)).toEqual(text === '' ? [] : [{ kind: 'text', text }]);
    },
  );

  it('is kept between hidden ones', () => {
    expect(shown('\u202E15\u202C دقيقة')).toBe('⟦RLO⟧15⟦PDF⟧ دقيقة');
    expect(shown('👩\u200D👧')).toBe('👩⟦ZWJ⟧👧');
  });

  it('is found quickly in text with 20,000 hidden ones', () => {
    expect(costOf(() => expect(revealHidden('\u200B'.repeat(20_000))).toHaveLength(20_000))).toBeLessThan(
      400,
    );
  });
});
