import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findNearCopies, isNearCopy, packSignatures, shingleSignature, similarity } from './similarity.ts';

const bodies = (JSON.parse(readFileSync('db/seed/comments.json', 'utf8')) as { body: string }[]).map(
  ({ body }) => body,
);
const signatures = bodies.map(shingleSignature);
const words = (text: string) => text.split(/\s+/);
/** In shorter comments even a person cannot say whether it is the same one. */
const long = bodies.filter((body) => words(body).length >= 6);

const near = (a: string, b: string) => isNearCopy(shingleSignature(a), shingleSignature(b));

describe('different comments', () => {
  it('of readers are not near-copies', () => {
    const pairs = signatures.flatMap((a, index) => signatures.slice(index + 1).map((b) => similarity(a, b)));
    expect(Math.max(...pairs)).toBeLessThan(0.4);
  });

  it.each([
    ['شكرًا على هذا الخبر الجميل', 'شكرًا على النصيحة يا أستاذ'],
    ['أؤيد اقتراح خليل في الصهاريج', 'أعارض فكرة المضخة من أساسها'],
    ['متى تبدأ المرحلة الثانية؟', 'متى تنتهي المرحلة الأولى؟'],
  ])('such as «%s» and «%s» are not near-copies', (a, b) => expect(near(a, b)).toBe(false));
});

describe('a copy', () => {
  const middle = (body: string) =>
    words(body)
      .map((word, index, all) => (index === all.length >> 1 ? 'بطيخة' : word))
      .join(' ');
  it.each<[string, (body: string) => string]>([
    ['other punctuation', (body) => `${body.replace(/[،.]/g, '!')} ...`],
    ['no punctuation and one line', (body) => body.replace(/[^\p{L}\p{N}]+/gu, ' ')],
    ['emoji between words', (body) => words(body).join(' 👍 ')],
    ['vowel signs', (body) => body.replace(/[بتسمن]/g, '$&َ')],
    [
      'tatweel and invisible characters',
      (body) => body.replace(/[بتسمن](?=[\u0621-\u064A])/g, '$&\u0640\u200C'),
    ],
    ['other spellings', (body) => body.replace(/[أإ]/g, 'ا').replaceAll('ة', 'ه').replaceAll('ي', 'ی')],
    ['one word changed', middle],
    ['one word removed', (body) => words(body).toSpliced(2, 1).join(' ')],
    ['two words swapped', (body) => words(body).toSpliced(2, 2, words(body)[3]!, words(body)[2]!).join(' ')],
    ['two words added', (body) => `أقول: ${body} وشكرًا`],
  ])('with %s is a near-copy', (_name, change) => {
    for (const body of long) expect([body, near(body, change(body))]).toEqual([body, true]);
  });

  it('with a link to another page of the same host is a near-copy', () => {
    const body = 'أفضل شركة تنظيف خزانات وعزل أسطح بضمان عشر سنوات';
    expect(
      near(`${body} https://clean.example/a81f?x=1`, `${body} https://clean.example/zz0?ref=992211`),
    ).toBe(true);
  });
});

describe('a signature', () => {
  it('has 64 hex digits and never changes', () => {
    expect(signatures.every((signature) => /^[0-9a-f]{64}$/.test(signature))).toBe(true);
    // New signatures are compared with stored ones: a change here makes all stored ones worthless.
    expect(shingleSignature('تجربة')).toBe(
      '4d66fa0a36fef4a1d4e8fd9e8efe447de826b8ad504f79319ae87d31acc4e062',
    );
  });

  it('of a text without letters is empty and similar to none', () => {
    expect(shingleSignature(' 🖕 !! ')).toBe('');
    expect(isNearCopy('', '')).toBe(false);
    expect(similarity('', signatures[0]!)).toBe(0);
  });

  it('of a one-letter text equals itself', () =>
    expect(similarity(shingleSignature('م'), shingleSignature('م.'))).toBe(1));
});

describe('packed signatures', () => {
  it('find the same near-copies as the signatures themselves', () => {
    const words = 'ماء طريق خبر سوق ميناء حي شارع قرار موعد سؤال جواب حديقة'.split(' ');
    const text = (n: number, changed: number) =>
      Array.from(
        { length: 9 },
        (_, at) => words[(n * 5 + at * 7 + (at < changed ? n : 0)) % words.length],
      ).join(' ');
    const all = ['', ...Array.from({ length: 120 }, (_, n) => shingleSignature(text(n % 11, n % 10)))];
    const packed = packSignatures(all);
    let found = 0;
    for (const one of all) {
      const near = [...findNearCopies(packed, one)];
      found += near.length;
      expect(near).toEqual(all.flatMap((other, n) => (isNearCopy(other, one) ? [n] : [])));
    }
    // Each is a copy of itself, some of others, and not all of all.
    expect(found).toBeGreaterThan(all.length);
    expect(found).toBeLessThan(all.length * all.length * 0.9);
  });
});
