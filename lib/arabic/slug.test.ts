import { describe, expect, it } from 'vitest';
import { normalizeSlug, readSlug, slugify, tagSlug } from './slug.ts';

describe('slugify', () => {
  it.each([
    ['«الحُكومَةُ» تُقِرّ: ميزانيـــة 2026!', 'الحكومة-تقر-ميزانية-2026'],
    ['أسئلة إلى آخر مؤتمر… وشؤون ىة', 'أسئلة-إلى-آخر-مؤتمر-وشؤون-ىة'],
    ['ارتفاع بنسبة 3.5% في ٢٠٢٦', 'ارتفاع-بنسبة-3-5-في-2026'],
    ['Libya’s NEW Café', 'libyas-new-café'],
    [' -- خبر -- ', 'خبر'],
    ['❤️ خبر\u200F\u00AD \u202Eعاجل', 'خبر-عاجل'],
    ['\u0627\u0654حمد', 'أحمد'],
    ['!؟ — 😀 ـــ ً', ''],
    ['', ''],
  ])('turns %j into %j', (headline, slug) => expect(slugify(headline)).toBe(slug));

  it('cuts between two words at eighty characters', () => {
    const long = slugify('كلمة '.repeat(40));
    expect(long).toBe(Array(16).fill('كلمة').join('-'));
    expect(slugify(`${'ب'.repeat(80)} ج`)).toBe('ب'.repeat(80));
    expect(slugify(`${'ب'.repeat(40)} ${'ج'.repeat(40)}`)).toBe('ب'.repeat(40));
  });

  it('cuts a single endless word, but no character', () => {
    expect(slugify('ب'.repeat(200))).toBe('ب'.repeat(80));
    expect(slugify('𐎀'.repeat(200))).toBe('𐎀'.repeat(80));
  });

  it('changes nothing in a slug', () => {
    const slug = slugify('مؤتمر طرابلس: أول أيام 3.5');
    expect(slugify(slug)).toBe(slug);
    expect(normalizeSlug(encodeURIComponent(slug))).toBe(slug);
  });
});

describe('normalizeSlug', () => {
  it.each([
    ['%D8%AE%D8%A8%D8%B1-%D8%B9%D8%A7%D8%AC%D9%84', 'خبر-عاجل'],
    ['خبر', 'خبر'],
    ['%D8%A7%D9%94حمد', 'أحمد'],
    ['%25D8', '%D8'],
    ['%E0%A4%A', null],
    ['%D8', null],
    ['100%', null],
  ])('turns %s into %j', (param, slug) => expect(normalizeSlug(param)).toBe(slug));
});

describe('readSlug', () => {
  const encoded = encodeURIComponent('مؤتمر-طرابلس-الأول');
  it.each([
    [encoded, 'مؤتمر-طرابلس-الأول'],
    [encoded.toLowerCase(), 'مؤتمر-طرابلس-الأول'],
    [encodeURIComponent(encoded), 'مؤتمر-طرابلس-الأول'],
    [encoded.slice(0, -1), 'مؤتمر-طرابلس-الأو'],
    [encoded.slice(0, -4), 'مؤتمر-طرابلس-الأو'],
    [`https://midad.example/local/1044/${encoded}?utm_source=x#top`, 'مؤتمر-طرابلس-الأول'],
    ['https://midad.example/local/1044/مؤتمر-طرابلس/', 'مؤتمر-طرابلس'],
    ['https://midad.example', ''],
    ['  مؤتمر طرابلس ', 'مؤتمر-طرابلس'],
    ['100% صحيح', '100-صحيح'],
    ['%D9', ''],
    ['%E2%80%AEabc', 'abc'],
  ])('turns %j into %j', (typed, slug) => expect(readSlug(typed)).toBe(slug));
});

describe('tagSlug', () => {
  it('gives different slugs to names that differ by a sign', () => {
    const names = [
      'C',
      'C++',
      'C#',
      'C+',
      'F#',
      'F',
      '.NET',
      'NET',
      'A+',
      'A',
      'A-',
      '5G',
      '5G+',
      '+18',
      '18',
      'A*',
      '100%',
      '100',
      '20$',
      '20€',
      '20°',
      'ج++',
      'ج',
      'ج#',
    ];
    const slugs = names.map(tagSlug);
    expect(new Set(slugs).size).toBe(names.length);
    expect(
      slugs.every(
        (slug) =>
          slugify(slug) === slug &&
          encodeURIComponent(slug)
            .replace(/%../g, '')
            .match(/^[a-z0-9-]*$/),
      ),
    ).toBe(true);
    expect([tagSlug('C++'), tagSlug('C#'), tagSlug('.NET'), tagSlug('ASP.NET')]).toEqual([
      'c-plus-plus',
      'c-sharp',
      'dot-net',
      'asp-net',
    ]);
  });

  it('equals slugify for a name without such signs', () => {
    for (const name of [
      'ليبيا',
      'رأس المنارة',
      'كوفيد-19',
      'الأمن الغذائي',
      'د. أحمد',
      'و.أ',
      'جنوب - جنوب',
      'AT&T',
    ])
      expect(tagSlug(name)).toBe(slugify(name));
  });
});
