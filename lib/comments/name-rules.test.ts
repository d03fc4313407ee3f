import { describe, expect, it } from 'vitest';
import type { TakenNames } from './name-claims.ts';
import { checkName } from './name-rules.ts';
import { nameSkeleton } from './name-skeleton.ts';
import { RESERVED_NAMES } from './reserved-names.ts';
import { costOf } from '#lib/testing/cost.ts';

const STAFF = ['سلمى الحداد', 'Salma Haddad', 'Mariam Corn', ''];
const check = (name: string, { site = [], people = STAFF }: Partial<TakenNames> = {}) =>
  checkName(name, { site, people })?.fault ?? null;

describe('checkName', () => {
  it.each([
    'سلمى',
    'أم حسام',
    'مُحَمَّد',
    'محـمد',
    'عبد الله-محمد',
    'د. سالم',
    'أبو_علي',
    'محمد ٢٠٢٦',
    'سالم 85',
    'علی\u200Cرضا',
    'Amira B.',
    'Jean-Luc O’Neil',
    "D'Arcy",
    'José Núñez',
    'Şükrü',
    'Amal القارئة',
    'أحمد Ahmed',
    'أحمد-Ahmed',
    'Иван',
    'Иван Ivanov',
    'Ελένη',
    '王小明',
    '田中さくら',
    '王 小明 Wang',
    'ⴰⵣⵓⵍ',
    'دانيال כהן',
    'Anna',
    '',
    '12345',
  ])('accepts %s', (name) => {
    expect(check(name)).toBeNull();
  });

  it.each([
    'أحمد ✓',
    'أحمد ✔',
    'أحمد ☑',
    'أحمد ✔️',
    'أحمد ✅',
    'سالم 😀',
    '★ سالم',
    'سالم ®',
    'سالم ™',
    'سالم √',
    'قارئ 1️⃣',
    'ⓐⓓⓜⓘⓝ',
    '𝐚𝐝𝐦𝐢𝐧',
    'سالم | مداد',
    '[محرر] سالم',
    '<b>سلمى</b>',
    'سالم @مداد',
    '#سالم',
    'سالم\u2800',
    'سالم\u202E',
    'سالم\uFE0F',
    'سالم\u20E3',
    '\u064Eسالم',
    'ꓮꓓꓟꓲꓠ',
    'ᎪᎠᎷᏆΝ',
  ])('rejects the sign in %j', (name) => {
    expect(check(name)).toBe('symbols');
  });

  it.each([
    ['a Cyrillic А', 'Аhmed'],
    ['a Cyrillic о', 'Mоhamed سالم'],
    ['a Greek ο', 'Nοra'],
    ['Cyrillic after an apostrophe', 'O’Соnnor'],
    ['Arabic letters in a Latin word', 'Ahmedأحمد'],
    ['a Latin o in place of ه', 'طo'],
    ['three scripts', 'Ivan Иван إيفان'],
    ['two scripts, neither Latin nor Arabic', 'Иван Ελένη'],
    ['a Cyrillic word that looks Latin', 'Jean Сара'],
    ['a Greek word that looks Latin', 'Jean ΝΙΚΟ'],
  ])('rejects mixed scripts with %s', (_name, name) => {
    expect(check(name)).toBe('mixedScripts');
  });

  it('takes little time on the worst input', () => {
    const cost = costOf(() => {
      for (const name of [
        'ا'.repeat(20_000),
        'ا '.repeat(10_000),
        ' - '.repeat(7000),
        ' '.repeat(20_000),
        ` ${'-'.repeat(20_000)}`,
        'а'.repeat(20_000),
        '1'.repeat(20_000),
      ])
        check(name);
    });
    expect(cost).toBeLessThan(2000);
  });
});

describe('a taken name', () => {
  it('is each reserved name', () => {
    for (const name of RESERVED_NAMES) expect([name, check(name)]).toEqual([name, 'reserved']);
  });

  it.each([
    ['the same spelling', 'سلمى الحداد'],
    ['another ى', 'سلمي الحداد'],
    ['vowel signs', 'سَلمى الحدّاد'],
    ['tatweel', 'سلـــمى الحداد'],
    ['a joiner', 'سل\u200Dمى الحداد'],
    ['Persian letters', 'سلمی الحداد'],
    ['no space between the words', 'سلمىالحداد'],
    ['spaces between letters', 'م د ا د'],
    ['dots between letters', 'م.د.ا.د'],
    ['repeated letters', 'مدااااد'],
    ['doubled letters', 'ممداد'],
    ['presentation forms', 'ﻣﺪﺍﺩ'],
    ['a digit for an alef', '1لمحرر'],
    ['a digit for a heh', 'هيئ٥ التحرير'],
    ['capitals', 'SALMA HADDAD'],
    ['accents', 'Sálmà Häddad'],
    ['small capitals', 'ꜱᴀʟᴍᴀ ʜᴀᴅᴅᴀᴅ'],
    ['wide letters', 'Ｍidad'],
    ['1 for i', 'M1dad'],
    ['l for i', 'Mldad'],
    ['1 for l', 'Sa1ma Haddad'],
    ['I for l', 'SaIma Haddad'],
    ['0 for o', 'm0derat0r'],
    ['rn for m', 'adrnin'],
    ['m for rn', 'Mariam Com'],
    ['a dotless i', 'Mıdad'],
    ['Cyrillic alone', 'ЅІТЕ'],
    ['a number after it', 'المحرر 2'],
    ['a year after it', 'admin_2026'],
    ['another word before it', 'أحمد - المحرر'],
    ['another word after it', 'سلمى الحداد – بنغازي'],
    ['only reserved words', 'إدارة مداد'],
    ['reserved words in English', 'Midad Admin Team'],
    ['reserved words in two scripts', 'Midad مداد'],
    ['a member of staff and the paper', 'مداد.admin'],
  ])('is recognized with %s', (_name, name) => {
    expect(check(name)).toBe('reserved');
  });

  it.each(['سلمى', 'الحداد', 'سلمى الحدادي', 'مداد الورفلي', 'مشرف العنزي', 'Salma', 'Adminah', 'Modesty'])(
    'is not the different name %s',
    (name) => {
      expect(check(name)).toBeNull();
    },
  );

  it('is a given name or a reserved one', () => {
    expect(check('سلمى الحداد', { people: [] })).toBeNull();
    expect(check('مداد', { people: [] })).toBe('reserved');
    expect(check('-', { people: [''], site: [''] })).toBeNull();
  });

  it.each(['صوت الشاطئ', 'إدارة صوت الشاطئ', 'صوت الشاطئ الرسمي', 'Sawt صوت الشاطئ'])(
    'includes the site’s own name, alone or with its roles: %s',
    (name) => {
      expect(check(name, { site: ['صوت الشاطئ', 'Sawt'] })).toBe('reserved');
    },
  );

  it.each(['صوت البحر', 'شاطئ', 'صوت'])(
    'does not include names with only one word of the site’s name: %s',
    (name) => {
      expect(check(name, { site: ['صوت الشاطئ', 'Sawt'] })).toBeNull();
    },
  );
});

describe('nameSkeleton', () => {
  it.each([
    ['аdmіn', 'admin'],
    ['ΑDΜΙΝ', 'admin'],
    ['ԁ', 'd'],
    ['إدارة', 'اداره'],
    ['vvill', 'will'],
    ['Zoë', 'zoe'],
  ])('is equal for %s and %s', (one, other) => {
    expect(nameSkeleton(one)).toBe(nameSkeleton(other));
  });

  it('differs for names that readers distinguish', () => {
    const names = ['سلمى', 'سليم', 'سالم', 'مسلم', 'Nora', 'Noah', 'Иван', 'Роза'];
    expect(new Set(names.map(nameSkeleton)).size).toBe(names.length);
  });

  it('is empty for a name without letters', () => {
    expect(nameSkeleton(' -.’ ـ\u200C')).toBe('');
  });
});
