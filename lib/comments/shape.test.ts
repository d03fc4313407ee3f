import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countControls, shapeOf } from './shape.ts';
import { costOf } from '#lib/testing/cost.ts';
import type { Locale } from '#lib/locales.ts';

const rules = (text: string, locale: Locale = 'ar') => [
  ...new Set(shapeOf(text, locale).map(({ rule }) => rule)),
];
const marked = (text: string) =>
  shapeOf(text, 'ar').map(({ rule, start, end }) => [rule, text.slice(start, end)]);

describe('oneCharacter', () => {
  it.each(['ههههههههههههه', 'لاااااااااااااا', 'عاجل !!!!!!!!!!', 'سلاـــــــــــــــــم'])(
    'is found in %s',
    (text) => expect(rules(text)).toEqual(['oneCharacter']),
  );
  it.each(['هههه', 'لا!!!', 'خبر جميل جدًا، شكرًا لكم'])('is not found in %s', (text) =>
    expect(rules(text)).toEqual([]),
  );
  it('contains the character', () =>
    expect(shapeOf('عاجل !!!!!!!!!!', 'ar')).toEqual([{ rule: 'oneCharacter', detail: '!' }]));
});

describe('mostlyEmoji', () => {
  it.each(['👍', '👍👍👍👍👍👍👍👍👍👍👍👍', '👩‍👩‍👧 👍🏽 🇱🇾', '❤️🔥 لا 🔥🔥🔥🔥🔥🔥'])('is found in %s', (text) =>
    expect(rules(text)).toEqual(['mostlyEmoji']),
  );
  it.each(['خبر جميل 👍', '123 #', '', ' '])('is not found in %j', (text) => expect(rules(text)).toEqual([]));
});

describe('phoneNumber', () => {
  it.each([
    '+218 91 234 5678',
    '00966501234567',
    '0501234567',
    '٠٥٠١٢٣٤٥٦٧',
    '091-234-5678',
    '966501234567',
    '+20 (10) 1234-5678',
  ])('finds %s', (number) => {
    expect(marked(`اتصل على ${number} الآن`)).toEqual([['phoneNumber', number]]);
  });

  it.each([
    'في 2026-11-23 10:30',
    'في 01-02-2026 09:30',
    'بين 2020 و2025',
    '3.14159265358979',
    'بلغ الدين العام المستحق 1,000,000,000 دينار',
    'كان الدين في آخر العام 10000000000 دينار ليبي',
    '0.123456789',
    'الرقم 12345678',
    'من 1990 - 2026',
    'https://example.org/0501234567',
    '590 درجة و 22 في المئة و 2.8 بار',
  ])('is not found in %s', (text) => expect(rules(text)).toEqual([]));
});

describe('messengers', () => {
  it.each([
    'واتساب',
    'الواتس اب',
    'بالواتساب',
    'واتـسـاب',
    'تلجرام',
    'تيليغرام',
    'التليجرام',
    'وتلغرام',
    'WhatsApp',
    'Telegram',
  ])('are found by the name %s', (name) => {
    expect(marked(`راسلنا على ${name}، وشكرًا`)).toEqual([['messengerNamed', name]]);
  });

  it('are found by name with a handle', () => {
    expect(marked('قناتنا على تلجرام: @offers_2026')).toEqual([
      ['messengerNamed', 'تلجرام'],
      ['messengerHandle', '@offers_2026'],
    ]);
  });

  it('are found by a link', () =>
    expect(marked('هنا https://t.me/offers_2026')).toEqual([['messengerHandle', 't.me/offers_2026']]));

  it.each([
    'رد على @salma في التعليق',
    'هذا بريد سلمى لمن أراد أن يكتب إليها salma_b@mail.example',
    'جرام واحد',
    'واتسعت الدائرة',
  ])('are not found in %s', (text) => expect(rules(text)).toEqual([]));
});

describe('hashtags', () => {
  it('are reported from three on', () => {
    expect(rules('#عاجل #مهم')).toEqual([]);
    expect(marked('#عاجل خبر #مهم_جدًا و #خصم50')).toEqual([
      ['hashtags', '#عاجل'],
      ['hashtags', '#مهم_جدًا'],
      ['hashtags', '#خصم50'],
    ]);
  });

  it('are not numbers, and not parts of addresses', () => {
    expect(rules('#1 #2 #3 https://a.example/#a https://a.example/x#b https://a.example#c')).toEqual([]);
  });
});

describe('foreignScript', () => {
  it('applies only to Arabic articles', () => {
    expect(rules('I was in the away end. It still hurts.')).toEqual(['foreignScript']);
    expect(rules('I was in the away end. It still hurts.', 'en')).toEqual([]);
    expect(rules('كنت هناك ولم أفرح', 'en')).toEqual([]);
  });

  it.each(['جربت الـ compiler والـ error في الدرس', 'OK شكرا', 'https://example.org/a-long-path-in-latin'])(
    'is not found in %s',
    (text) => expect(rules(text)).toEqual([]),
  );
});

it('shapeOf finds nothing in ordinary comments', () => {
  const comments = JSON.parse(readFileSync('db/seed/comments.json', 'utf8')) as {
    body: string;
    status: string;
    key: string;
  }[];
  const approved = comments.filter(({ status, key }) => status === 'approved' && !key.startsWith('en-'));
  const odd = approved.flatMap(({ body }) =>
    shapeOf(body, /[\u0621-\u064A]/.test(body) ? 'ar' : 'en').map(({ rule }) => [rule, body]),
  );
  expect(odd).toEqual([]);
});

it('shapeOf takes little time on adversarial text', () => {
  const cost = costOf(() => {
    for (const part of ['0', '0 ', '+1 (', '@', '#', '#a', 'واتس ', '👍', '1-'])
      shapeOf(part.repeat(4000 / part.length), 'ar');
  });
  expect(cost).toBeLessThan(300);
});

describe('countControls', () => {
  it.each<[string, { all: number; deceiving: number }]>([
    ['نص عادي\nبسطرين\u200F و\u200Cهنا 👩‍👧', { all: 0, deceiving: 0 }],
    ['منسوخ \u2068من\u2069 رسالة', { all: 2, deceiving: 0 }],
    ['مرحبا\u202E\u202D', { all: 2, deceiving: 2 }],
    ['\u{E0041}خفي', { all: 1, deceiving: 1 }],
    ['🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}', { all: 0, deceiving: 0 }],
    ['\u0007', { all: 1, deceiving: 0 }],
  ])('counts those of %j', (sent, counts) => expect(countControls(sent)).toEqual(counts));
});
