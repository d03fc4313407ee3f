import type { Link } from './links.ts';
import type { ShapeRule, ShapeSign } from './shape.ts';
import type { WordHit } from './word-rules.ts';
import type { Verdict } from './classifier.ts';

/**
 * Why a comment was scored. Stored with the comment, and `messages/` has a text for each, so the meaning of a
 * name never changes.
 */
export const RULES = [
  'tooFast',
  'decoy',
  'link',
  'firstLink',
  'linkShortener',
  'linkDisguised',
  'nearCopy',
  'oneCharacter',
  'mostlyEmoji',
  'phoneNumber',
  'messengerNamed',
  'messengerHandle',
  'hashtags',
  'foreignScript',
  'suspectWord',
  'bannedWord',
  'controlCharacters',
  'approvedBefore',
  'oftenRejected',
  'classifier',
] as const;
export type Rule = (typeof RULES)[number];

/**
 * One reason for a comment's score. `start` and `end` mark the text that it is about, in the body or in the
 * name.
 */
export type Signal = {
  rule: Rule;
  points: number;
  start?: number;
  end?: number;
  field?: 'name';
  detail?: string;
  holds?: true;
};
export type Band = 'clear' | 'hold' | 'spam';
export type Thresholds = { hold: number; spam: number };
export type Score = { score: number; signals: Signal[]; band: Band };

/**
 * Everything that is known of a comment when it is sent. Unknown values are null and do not count against it.
 */
export type ScoreInput = {
  body: string;
  /** From the token's issue to the submission; null for a form without own token. */
  secondsOnForm: number | null;
  decoyFilled: boolean;
  links: readonly Link[];
  shape: readonly ShapeSign[];
  wordHits: readonly WordHit[];
  /** Hits in the name; their spans refer to the name. */
  nameHits?: readonly WordHit[];
  /** Comments of the last seven days, on the whole site, that this one nearly copies. */
  nearCopies: number;
  /** The result of `countControls` for the submitted text. */
  controls: { all: number; deceiving: number };
  /** By the signed token of this browser or by a confirmed address, never by an unconfirmed address. */
  history: { approved: number; decidedLately: number; rejectedLately: number };
  /** Null while it has not learned enough, or if it is switched off. */
  classifier: Verdict | null;
};

export const DEFAULT_THRESHOLDS: Thresholds = { hold: 30, spam: 70 };

const TOO_FAST_SECONDS = 3;
const SHAPE_POINTS: Record<ShapeRule, number> = {
  oneCharacter: 15,
  mostlyEmoji: 15,
  phoneNumber: 20,
  messengerNamed: 10,
  messengerHandle: 30,
  hashtags: 15,
  foreignScript: 10,
};
const WORD_POINTS = 30;
/** A third word adds nothing: anger is not spam and must not end there unread. */
const MOST_WORDS_WITH_POINTS = 2;
/** Many people write «شكرًا لكم». */
const SHORT_BODY = 24;
const MANY_COPIES = 3;
const APPROVED_POINTS = -20;
const MOST_APPROVED_POINTS = -40;
const OFTEN = 0.5;
const LIKELY = 0.7;
const VERY_LIKELY = 0.95;

const formSignals = ({ secondsOnForm, decoyFilled, controls }: ScoreInput): Signal[] => [
  // An impossible time means that the token was manipulated.
  ...(secondsOnForm !== null && !(secondsOnForm >= TOO_FAST_SECONDS)
    ? [{ rule: 'tooFast', points: 40 } as const]
    : []),
  ...(decoyFilled ? [{ rule: 'decoy', points: 60 } as const] : []),
  ...(controls.all > 0
    ? [
        {
          rule: 'controlCharacters',
          points: controls.deceiving > 0 ? 30 : 5,
          detail: String(controls.all),
        } as const,
      ]
    : []),
];

function linkSignals({ links, history }: ScoreInput): Signal[] {
  const signals = links.flatMap(({ host, kind, start, end }): Signal[] => {
    const link: Signal = { rule: 'link', points: 15, start, end, detail: host };
    if (kind === 'plain') return [link];
    return [
      link,
      {
        rule: kind === 'shortener' ? 'linkShortener' : 'linkDisguised',
        points: 30,
        start,
        end,
        detail: host,
      },
    ];
  });
  // No link is published without review before an editor has approved a comment of its writer.
  return signals.length > 0 && history.approved === 0
    ? [{ rule: 'firstLink', points: 0, holds: true }, ...signals]
    : signals;
}

function copySignals({ nearCopies, body }: ScoreInput): Signal[] {
  const counts = nearCopies >= MANY_COPIES || (nearCopies > 0 && [...body].length >= SHORT_BODY);
  if (!counts) return [];
  return [
    {
      rule: 'nearCopy',
      points: 40,
      detail: String(nearCopies),
      ...(nearCopies >= MANY_COPIES ? { holds: true } : {}),
    },
  ];
}

/** Marks every occurrence, but gives the points once. */
function shapeSignals({ shape }: ScoreInput): Signal[] {
  const seen = new Set<ShapeRule>();
  return shape.map((sign) => {
    const points = seen.has(sign.rule) ? 0 : SHAPE_POINTS[sign.rule];
    seen.add(sign.rule);
    return { ...sign, points };
  });
}

function wordSignals({ wordHits, nameHits = [] }: ScoreInput): Signal[] {
  const hits = [
    ...wordHits.map((hit) => ({ hit, field: {} })),
    ...nameHits.map((hit) => ({ hit, field: { field: 'name' } as const })),
  ];
  return hits.map(({ hit, field }, index): Signal => {
    const points = index < MOST_WORDS_WITH_POINTS ? WORD_POINTS : 0;
    const place = { points, start: hit.start, end: hit.end, ...field, detail: hit.ruleId };
    return hit.level === 'banned'
      ? { rule: 'bannedWord', ...place, holds: true }
      : { rule: 'suspectWord', ...place };
  });
}

function historySignals({ history }: ScoreInput): Signal[] {
  const { approved, decidedLately, rejectedLately } = history;
  const often = decidedLately > 0 && rejectedLately / decidedLately >= OFTEN;
  return [
    ...(approved > 0
      ? [
          {
            rule: 'approvedBefore',
            points: Math.max(MOST_APPROVED_POINTS, approved * APPROVED_POINTS),
            detail: String(approved),
          } as const,
        ]
      : []),
    ...(often
      ? [
          {
            rule: 'oftenRejected',
            points: 20,
            detail: `${rejectedLately}/${decidedLately}`,
            holds: true,
          } as const,
        ]
      : []),
  ];
}

function classifierSignals({ classifier }: ScoreInput): Signal[] {
  if (!classifier || classifier.probability < LIKELY) return [];
  return [
    {
      rule: 'classifier',
      points: classifier.probability >= VERY_LIKELY ? 45 : 30,
      detail: classifier.topWords.join(' '),
    },
  ];
}

const sum = (signals: readonly Signal[]) =>
  Math.max(
    0,
    signals.reduce((total, { points }) => total + points, 0),
  );

/** Returns all signals of a comment, its score and its band. Never rejects a comment. */
export function scoreComment(input: ScoreInput, thresholds: Thresholds = DEFAULT_THRESHOLDS): Score {
  const certain = [formSignals, linkSignals, copySignals, shapeSignals, wordSignals, historySignals].flatMap(
    (signalsOf) => signalsOf(input),
  );
  const signals = [...certain, ...classifierSignals(input)];
  const score = sum(signals);
  // The classifier orders and holds comments. It does not count towards spam.
  const isSpam = sum(certain) >= thresholds.spam;
  const isHeld = score >= thresholds.hold || signals.some(({ holds }) => holds);
  return { score, signals, band: isSpam ? 'spam' : isHeld ? 'hold' : 'clear' };
}
