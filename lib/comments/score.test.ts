import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linksOf } from './links.ts';
import { RULES, scoreComment, type ScoreInput } from './score.ts';
import { countControls, shapeOf } from './shape.ts';
import { compileWordRules, type WordHit } from './word-rules.ts';

const BODY = 'نحن في رأس الدرج، وقد وصل الماء إلينا أمس.';
const KNOWN = { approved: 1, decidedLately: 1, rejectedLately: 0 };
const score = (given: Partial<ScoreInput> = {}, thresholds?: { hold: number; spam: number }) =>
  scoreComment(
    {
      body: BODY,
      secondsOnForm: 40,
      decoyFilled: false,
      links: [],
      shape: [],
      wordHits: [],
      nearCopies: 0,
      controls: { all: 0, deceiving: 0 },
      history: { approved: 0, decidedLately: 0, rejectedLately: 0 },
      classifier: null,
      ...given,
    },
    thresholds,
  );
const points = (given: Partial<ScoreInput>) =>
  score(given).signals.map((signal) => [signal.rule, signal.points]);
const hit = (given: Partial<WordHit> = {}): WordHit => ({
  ruleId: 'r',
  level: 'suspect',
  start: 0,
  end: 3,
  pass: 1,
  ...given,
});
const verdict = (probability: number) => ({ probability, topWords: ['خصم', 'الان'] });

it('scoreComment finds no signals in an ordinary comment', () =>
  expect(score()).toEqual({ score: 0, signals: [], band: 'clear' }));

describe('a signal', () => {
  it.each<[string, Partial<ScoreInput>, [string, number][]]>([
    ['a form sent too fast', { secondsOnForm: 2.9 }, [['tooFast', 40]]],
    ['a negative time', { secondsOnForm: -5 }, [['tooFast', 40]]],
    ['an invalid time', { secondsOnForm: Number.NaN }, [['tooFast', 40]]],
    ['three seconds', { secondsOnForm: 3 }, []],
    ['an unknown time, without scripts', { secondsOnForm: null }, []],
    ['a filled decoy', { decoyFilled: true }, [['decoy', 60]]],
    ['control characters', { controls: { all: 2, deceiving: 0 } }, [['controlCharacters', 5]]],
    ['deceiving control characters', { controls: { all: 1, deceiving: 1 } }, [['controlCharacters', 30]]],
    [
      'a first link',
      { links: linksOf('https://a.example') },
      [
        ['firstLink', 0],
        ['link', 15],
      ],
    ],
    [
      'links of a known writer',
      { links: linksOf('https://a.example https://a.example'), history: KNOWN },
      [
        ['link', 15],
        ['link', 15],
        ['approvedBefore', -20],
      ],
    ],
    [
      'a shortener',
      { links: linksOf('https://bit.ly/x'), history: KNOWN },
      [
        ['link', 15],
        ['linkShortener', 30],
        ['approvedBefore', -20],
      ],
    ],
    [
      'a disguised host',
      { links: linksOf('https://gооgle.com'), history: KNOWN },
      [
        ['link', 15],
        ['linkDisguised', 30],
        ['approvedBefore', -20],
      ],
    ],
    ['a near-copy', { nearCopies: 1 }, [['nearCopy', 40]]],
    ['two near-copies of a short thanks', { nearCopies: 2, body: 'شكرًا لكم' }, []],
    ['three near-copies of a short thanks', { nearCopies: 3, body: 'شكرًا لكم' }, [['nearCopy', 40]]],
    [
      'three hashtags',
      { shape: shapeOf('#أ #ب #ج مع نص', 'ar') },
      [
        ['hashtags', 15],
        ['hashtags', 0],
        ['hashtags', 0],
      ],
    ],
    [
      'a telephone and a messenger',
      { shape: shapeOf('اتصل بنا على واتساب 0501234567', 'ar') },
      [
        ['phoneNumber', 20],
        ['messengerNamed', 10],
      ],
    ],
    [
      'suspect words',
      { wordHits: [hit(), hit({ start: 5 }), hit({ start: 9 })] },
      [
        ['suspectWord', 30],
        ['suspectWord', 30],
        ['suspectWord', 0],
      ],
    ],
    [
      'approvals',
      { history: { approved: 1, decidedLately: 0, rejectedLately: 0 } },
      [['approvedBefore', -20]],
    ],
    [
      'many approvals',
      { history: { approved: 90, decidedLately: 0, rejectedLately: 0 } },
      [['approvedBefore', -40]],
    ],
    [
      'many rejections',
      { history: { approved: 0, decidedLately: 4, rejectedLately: 2 } },
      [['oftenRejected', 20]],
    ],
    ['few rejections', { history: { approved: 0, decidedLately: 5, rejectedLately: 2 } }, []],
    ['the classifier', { classifier: verdict(0.7) }, [['classifier', 30]]],
    ['a confident classifier', { classifier: verdict(0.95) }, [['classifier', 45]]],
    ['an uncertain classifier', { classifier: verdict(0.69) }, []],
  ])('is found for %s', (_name, given, expected) => expect(points(given)).toEqual(expected));

  it('contains the position and a detail', () => {
    const { signals } = score({
      links: linksOf('انظر https://a.example'),
      wordHits: [hit({ start: 5, end: 9 })],
      nameHits: [hit({ level: 'banned' })],
      classifier: verdict(0.8),
    });
    expect(signals).toEqual([
      { rule: 'firstLink', points: 0, holds: true },
      { rule: 'link', points: 15, start: 5, end: 22, detail: 'a.example' },
      { rule: 'suspectWord', points: 30, start: 5, end: 9, detail: 'r' },
      { rule: 'bannedWord', points: 30, start: 0, end: 3, field: 'name', detail: 'r', holds: true },
      { rule: 'classifier', points: 30, detail: 'خصم الان' },
    ]);
  });

  it('is unchanged by JSON', () => {
    const { signals } = score({ links: linksOf('https://bit.ly/x'), wordHits: [hit()], nearCopies: 4 });
    expect(JSON.parse(JSON.stringify(signals))).toEqual(signals);
    expect(signals.every(({ rule }) => RULES.includes(rule))).toBe(true);
  });
});

describe('the band', () => {
  it.each<[string, Partial<ScoreInput>, string]>([
    ['29 points', { shape: [{ rule: 'oneCharacter' }, { rule: 'foreignScript' }] }, 'clear'],
    ['30 points', { shape: [{ rule: 'oneCharacter' }, { rule: 'hashtags' }] }, 'hold'],
    ['70 points', { secondsOnForm: 1, shape: [{ rule: 'messengerHandle' }] }, 'spam'],
    [
      'one banned word of a writer with many approvals',
      { wordHits: [hit({ level: 'banned' })], history: { approved: 9, decidedLately: 9, rejectedLately: 0 } },
      'hold',
    ],
    ['many listed words', { wordHits: [hit(), hit(), hit({ level: 'banned' }), hit()] }, 'hold'],
    ['a first link', { links: linksOf('https://a.example') }, 'hold'],
    ['a link of a known writer', { links: linksOf('https://a.example'), history: KNOWN }, 'clear'],
    [
      'a suspect word of a writer with many approvals',
      { wordHits: [hit()], history: { approved: 9, decidedLately: 9, rejectedLately: 0 } },
      'clear',
    ],
    [
      'recent rejections of a writer with many approvals',
      { history: { approved: 9, decidedLately: 2, rejectedLately: 1 } },
      'hold',
    ],
    [
      'near-copies of a writer with many approvals',
      { nearCopies: 3, history: { approved: 9, decidedLately: 9, rejectedLately: 0 } },
      'hold',
    ],
    ['a confident classifier', { classifier: verdict(0.99) }, 'hold'],
    [
      'a confident classifier with a signal that alone is not spam',
      { decoyFilled: true, classifier: verdict(0.99) },
      'hold',
    ],
    ['a decoy and a form sent too fast', { decoyFilled: true, secondsOnForm: 0 }, 'spam'],
  ])('is right for %s', (_name, given, band) => expect(score(given).band).toBe(band));

  it('depends on the thresholds', () => {
    expect(score({ wordHits: [hit()] }, { hold: 31, spam: 70 }).band).toBe('clear');
    expect(score({ wordHits: [hit()] }, { hold: 10, spam: 30 }).band).toBe('spam');
  });

  it('ignores the classifier for spam, but the score includes it', () =>
    expect(score({ decoyFilled: true, classifier: verdict(0.99) }).score).toBe(105));
  it('belongs to a score of at least 0', () => expect(score({ history: KNOWN }).score).toBe(0));
});

describe('the demo comments', () => {
  const comments = JSON.parse(readFileSync('db/seed/comments.json', 'utf8')) as {
    body: string;
    status: string;
  }[];
  const find = compileWordRules([]);
  const bandOf = (body: string) =>
    score({
      body,
      links: linksOf(body),
      shape: shapeOf(body, /[\u0621-\u064A]/.test(body) ? 'ar' : 'en'),
      wordHits: find(body),
      controls: countControls(body),
    }).band;
  const bands = (status: string) =>
    new Set(comments.filter((comment) => comment.status === status).map(({ body }) => bandOf(body)));

  it('of readers are clear', () => expect([...bands('approved')]).toEqual(['clear']));
  it('that are spam are held', () => expect([...bands('spam')]).toEqual(['hold']));
});
