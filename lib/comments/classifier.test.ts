import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classify, isReady, tallyOf, TEXTS, TOKENS, tokensOf, type Tally } from './classifier.ts';

type Side = keyof Tally;

/** Counts texts like the newsroom's decisions do. */
function learn(counts: Map<string, Tally>, side: Side, texts: string[], sign = 1) {
  for (const text of texts) {
    for (const [token, count] of tallyOf(text)) {
      const tally = counts.get(token) ?? { spam: 0, approved: 0 };
      counts.set(token, { ...tally, [side]: tally[side] + sign * count });
    }
  }
}

const pick = (words: string, seed: number) => words.split(' ')[seed % words.split(' ').length]!;
/** Generated sentences from a small vocabulary, all different. */
const advert = (n: number) =>
  `${pick('اربح خصم عرض تخفيض فرصة', n)} ${pick('خاص كبير مذهل', n >> 1)} على ${pick('الأحذية الكتب الفلاتر الخزانات السجاد', n)} ${pick('اتصل راسلنا اطلب اشترك', n >> 2)} الآن ${pick('مجانا اليوم فورا', n)}`;
const opinion = (n: number) =>
  `${pick('أشكر أوافق أعارض أسأل أقترح', n)} ${pick('الكاتب البلدية المهندس الجيران المدرسة', n >> 1)} في ${pick('موضوع مسألة قضية', n)} ${pick('الحافلة الماء الشجر الدرج السلاحف الكتب', n >> 2)} لأن ${pick('الناس الأولاد الصيادين', n)} ${pick('ينتظرون يفرحون يعرفون', n >> 1)}`;

function world(spam: number, approved: number) {
  const counts = new Map<string, Tally>();
  learn(
    counts,
    'spam',
    Array.from({ length: spam }, (_, n) => advert(n)),
  );
  learn(
    counts,
    'approved',
    Array.from({ length: approved }, (_, n) => opinion(n)),
  );
  return counts;
}

const counts = world(60, 240);
const probability = (text: string, known = counts) => classify(known, tokensOf(text)).probability;

describe('tokensOf', () => {
  it('returns folded words and their 3-grams without duplicates', () => {
    expect(tokensOf('كَلْبٌ وكلب، كلب!')).toEqual(['كلب', 'وكلب', '~ كل', '~كلب', '~لب ', '~ وك', '~وكل']);
  });
  it('maps all long numbers to one token', () =>
    expect(tokensOf('0501234567 0509876543 590')).toEqual(expect.arrayContaining(['00000', '590'])));
  it('returns no grams of short words, and nothing for text without words', () =>
    expect([tokensOf('في'), tokensOf(' 🖕 ')]).toEqual([['في'], []]));
  it('never returns the keys of the totals', () => {
    for (const text of ['', ' ', 'ا ب', '~'])
      expect(tokensOf(text).filter((token) => token === TEXTS || token === TOKENS)).toEqual([]);
  });
  it('returns a limited number of tokens', () =>
    expect(tokensOf(Array.from({ length: 2000 }, (_, n) => opinion(n) + n).join(' '))).toHaveLength(600));
});

describe('isReady', () => {
  it.each<[Tally | undefined, boolean]>([
    [undefined, false],
    [{ spam: 49, approved: 500 }, false],
    [{ spam: 500, approved: 199 }, false],
    [{ spam: 50, approved: 200 }, true],
  ])('after %j is %s', (texts, ready) => expect(isReady(texts)).toBe(ready));
  it('counts texts, not tokens', () => expect(isReady(counts.get(TEXTS))).toBe(true));
});

describe('classify', () => {
  it('distinguishes spam from opinions in new sentences', () => {
    expect(probability('عرض كبير على السجاد والخزانات، راسلنا اليوم فورا')).toBeGreaterThan(0.9);
    expect(probability('أوافق الكاتب في مسألة الشجر لأن الأولاد يفرحون')).toBeLessThan(0.1);
  });

  it('returns the strongest words for spam, strongest first', () => {
    const { topWords } = classify(counts, tokensOf('أشكر البلدية، اتصل الآن، خصم على الكتب مجانا فورا'));
    expect(topWords).toHaveLength(5);
    expect(topWords.slice(0, 2)).toContain('الان');
    expect(topWords).not.toContain('البلديه');
  });

  it('recognizes a new form of a word by its grams', () =>
    expect(probability('بالتخفيضات للفلاتر المجانية')).toBeGreaterThan(0.6));

  it('returns 0.5 for unknown tokens', () => {
    expect(classify(counts, tokensOf('xyzzy 🖕'))).toEqual({ probability: 0.5, topWords: [] });
    expect(classify(counts, [])).toEqual({ probability: 0.5, topWords: [] });
    expect(classify(new Map(), tokensOf('اربح الآن'))).toEqual({ probability: 0.5, topWords: [] });
  });

  it('stays unsure about short texts, however often it has seen their words', () => {
    const flood = world(5000, 5000);
    for (const word of ['الآن', 'اربح', 'الخزانات']) expect(probability(word, flood)).toBeLessThan(0.7);
    expect(probability('اربح الآن', flood)).toBeLessThan(0.8);
    expect(probability('الناس', flood)).toBeGreaterThan(0.3);
    // Repetition does not change that.
    expect(probability('الآن '.repeat(200), flood)).toBeLessThan(0.7);
  });

  it('is never certain', () => {
    const all = Array.from({ length: 60 }, (_, n) => advert(n)).join(' ');
    expect(probability(all)).toBeLessThanOrEqual(0.99);
    expect(probability(Array.from({ length: 60 }, (_, n) => opinion(n)).join(' '))).toBeGreaterThanOrEqual(
      0.01,
    );
  });

  it('does not mistake a rare word of approved comments for spam when there is little spam', () => {
    const uneven = world(50, 5000);
    learn(uneven, 'approved', ['القرنفل والياسمين والريحان', 'القرنفل', 'الياسمين والريحان']);
    // Its grams also occur in other words. Without scaling the result would be far higher.
    expect(probability('القرنفل والياسمين والريحان', uneven)).toBeLessThan(0.55);
    expect(probability(opinion(7), uneven)).toBeLessThan(0.2);
    expect(probability(advert(7), uneven)).toBeGreaterThan(0.8);
  });

  it('unlearns what it learned, and tolerates negative counts', () => {
    const again = world(60, 240);
    learn(again, 'spam', ['القرنفل رائحته طيبة']);
    learn(again, 'spam', ['القرنفل رائحته طيبة'], -1);
    expect(probability('القرنفل رائحته طيبة', again)).toBe(probability('القرنفل رائحته طيبة'));
    learn(again, 'spam', ['القرنفل رائحته طيبة'], -1);
    expect(probability('القرنفل رائحته طيبة والناس', again)).toBeGreaterThan(0);
  });

  it('needs only the counts of the given tokens and the totals', () => {
    const tokens = tokensOf(advert(3));
    const few = new Map(
      [...tokens, TEXTS, TOKENS].flatMap((token) =>
        counts.has(token) ? [[token, counts.get(token)!] as const] : [],
      ),
    );
    expect(classify(few, tokens)).toEqual(classify(counts, tokens));
  });

  it('classifies each demo comment from all others without accusing a reader', () => {
    const comments = (
      JSON.parse(readFileSync('db/seed/comments.json', 'utf8')) as { body: string; status: string }[]
    ).filter(({ status }) => status === 'spam' || status === 'approved');
    const wrong = comments.filter(({ body, status }, left) => {
      const known = new Map<string, Tally>();
      for (const [index, other] of comments.entries())
        if (index !== left) learn(known, other.status as Side, [other.body]);
      return classify(known, tokensOf(body)).probability >= 0.7 !== (status === 'spam');
    });
    // Eight spam comments are few to learn from: it may miss them, but it must not accuse a reader.
    expect(wrong.filter(({ status }) => status === 'approved')).toEqual([]);
  });
});
