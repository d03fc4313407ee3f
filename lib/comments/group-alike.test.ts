import { describe, expect, it } from 'vitest';
import { costOf } from '#lib/testing/cost.ts';
import { groupAlike, mayStandBelow, type Comparable } from './group-alike.ts';
import { linksOf } from './links.ts';
import { scoreComment } from './score.ts';
import { shapeOf } from './shape.ts';
import { shingleSignature } from './similarity.ts';

const plain = { name: 'قارئ', score: 0, signals: [], openReports: 0, editedAt: null, appealedAt: null };
const row = (text: string, more: Partial<Comparable> = {}) => ({
  ...plain,
  text,
  body: text,
  bodyKey: text,
  signature: shingleSignature(text),
  ...more,
});
const shape = (texts: string[], most = 25) => {
  const { groups, taken } = groupAlike(
    texts.map((text) => row(text)),
    most,
  );
  return { groups: groups.map(({ first, alike }) => [first.text, alike.length]), taken };
};

describe('groupAlike', () => {
  const advert = 'اربح ألف دينار كل يوم من بيتك بلا رأس مال، راسلنا الآن';
  it('puts near-copies below the first of them', () => {
    expect(shape([advert, 'مقال مفيد عن شبكة المياه', `${advert} سريعًا`, advert])).toEqual({
      groups: [
        [advert, 2],
        ['مقال مفيد عن شبكة المياه', 0],
      ],
      taken: 4,
    });
  });
  it('does not make a page longer than its limit', () => {
    expect(shape(['رأي أول تمامًا', 'كلام آخر مختلف', 'رأي أول تمامًا', 'ثالث لا يشبههما'], 2)).toEqual({
      groups: [
        ['رأي أول تمامًا', 1],
        ['كلام آخر مختلف', 0],
      ],
      taken: 3,
    });
  });
  it('never groups texts without a signature', () => {
    expect(groupAlike([row('؟'), row('!')], 9).groups).toHaveLength(2);
  });
  it('limits the number of comments on a card', () => {
    expect(shape(Array.from({ length: 25 }, () => advert)).groups).toEqual([
      [advert, 10],
      [advert, 10],
      [advert, 2],
    ]);
  });
});

describe('mayStandBelow', () => {
  const first =
    'أعلنت البلدية أسماء الشركات الفائزة بعقود النظافة في المدينة، ونتمنى أن تلتزم هذه المرة بالجدول الذي وعدت به السكان منذ عام كامل دون تأخير';
  /** A row as in the queue, scored by the rules without history. */
  const sent = (body: string, more: Partial<Comparable> = {}) => {
    const { score, signals } = scoreComment({
      body,
      links: linksOf(body),
      shape: shapeOf(body, 'ar'),
      secondsOnForm: 60,
      decoyFilled: false,
      wordHits: [],
      nearCopies: 0,
      controls: { all: 0, deceiving: 0 },
      history: { approved: 1, decidedLately: 0, rejectedLately: 0 },
      classifier: null,
    });
    return row(body, { score, signals, ...more });
  };

  it('accepts a copy that differs only in a few words', () => {
    expect(mayStandBelow(sent(first), sent(first.replace('الشركات الفائزة', 'اللصوص الحمير الفائزين')))).toBe(
      true,
    );
  });

  it.each([
    'https://phish.example/login',
    'www.phish.example',
    'phish.example',
    'phish.ly',
    'phish[.]example',
    'phish dot com',
    'موقع.ليبيا',
    'hxxp://phish',
    'me@phish.example',
    '@phish',
    '#فوز',
    '0912345678',
    '٠٩١ ٢٣٤ ٥٦٧٨',
    '+218-91-234',
  ])('rejects a copy that adds a contact: %s', (lead) => {
    const copy = sent(`${first} ${lead}`, { score: 0, signals: [] });
    expect(mayStandBelow(sent(first), copy)).toBe(false);
    expect(mayStandBelow(copy, copy)).toBe(true);
    expect(mayStandBelow(sent(first), sent(first, { name: `سالم ${lead}` }))).toBe(false);
    expect(mayStandBelow(sent(`${first} other.example`), copy)).toBe(false);
  });

  it.each<[string, Partial<Comparable>]>([
    ['has a higher score', { score: 1 }],
    ['matched a rule', { signals: [{ rule: 'suspectWord', points: 0, start: 0, end: 5, detail: 'x' }] }],
    [
      'matched a rule in its name',
      { signals: [{ rule: 'bannedWord', points: 0, start: 0, end: 4, field: 'name', detail: 'x' }] },
    ],
    ['was sent too fast', { signals: [{ rule: 'tooFast', points: 0 }] }],
    ['was reported', { openReports: 1 }],
    ['was edited', { editedAt: new Date(0) }],
    ['was appealed', { appealedAt: new Date(0) }],
  ])('rejects a copy that %s', (_why, more) => {
    expect(mayStandBelow(row(first), row(first, more))).toBe(false);
  });

  it('rejects a copy that matched the same rule with other words', () => {
    const at = (start: number, end: number) =>
      row(first, { score: 30, signals: [{ rule: 'suspectWord', points: 30, start, end, detail: 'x' }] });
    expect(mayStandBelow(at(0, 5), at(0, 5))).toBe(true);
    expect(mayStandBelow(at(0, 5), at(6, 13))).toBe(false);
  });

  it('takes time linear in the length', () => {
    const long = row('ا'.repeat(20_000), { signature: 'a' });
    expect(costOf(() => mayStandBelow(long, { ...long, body: '1'.repeat(20_000) }))).toBeLessThan(2000);
  });
});
