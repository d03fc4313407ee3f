import { asciiDigits } from '../arabic/fold.ts';
import { type Locale, scriptOf } from '../locales.ts';
import { linksOf } from './links.ts';
import { foldForMatching } from './match-fold.ts';

export type ShapeRule =
  | 'oneCharacter'
  | 'mostlyEmoji'
  | 'phoneNumber'
  | 'messengerNamed'
  | 'messengerHandle'
  | 'hashtags'
  | 'foreignScript';
/**
 * A sign in the look of a text. It has a span if it can be shown; the same rule appears once for every
 * position.
 */
export type ShapeSign = { rule: ShapeRule; start?: number; end?: number; detail?: string };

const SAME_CHARACTER = 0.4;
const EMOJI = 0.7;
/** «ههه» is laughter, and a share of few characters says nothing. */
const FEWEST_CHARACTERS = 10;
const FEWEST_HASHTAGS = 3;

const UNSEEN = /[\s\p{M}\p{C}\p{Emoji_Modifier}]/gu;
const IS_EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

function lookOf(text: string): ShapeSign[] {
  const visible = [...text.replace(UNSEEN, '')];
  const emoji = visible.filter((character) => IS_EMOJI.test(character)).length;
  // Emoji are often repeated; that is one sign, not two.
  if (visible.length > 0 && emoji / visible.length > EMOJI) return [{ rule: 'mostlyEmoji' }];
  const counts = new Map<string, number>();
  for (const character of visible) counts.set(character, (counts.get(character) ?? 0) + 1);
  const [most = '', count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return visible.length >= FEWEST_CHARACTERS && count / visible.length > SAME_CHARACTER
    ? [{ rule: 'oneCharacter', detail: most }]
    : [];
}

/**
 * A number with + or 00 before the country code, with the 0 of a local number, or of ten or more digits. Not
 * a date, not a round sum.
 */
const PHONE =
  /(?<![\d.,/])(?!\d{1,4}[-./]\d{1,2}[-./]\d{1,4})(?!\d*0{6})(?:(?:\+|00[ -]?)\d(?:[ ().-]{0,2}\d){7,13}|0[1-9](?:[ ()-]{0,2}\d){7,9}|\d{10,15})(?!\d)/g;
const HANDLE =
  /(?<![\p{L}\p{N}.])@[a-z0-9_]{4,32}|\b(?:wa\.me|t\.me|telegram\.me|chat\.whatsapp\.com|api\.whatsapp\.com)\/[^\s<>"'«»]+/giu;
/** In the spelling of match-fold.ts, with prefixes. */
const MESSENGER =
  /(?<= |^)(?:[وف]?(?:[بكل]?ال|لل|[بل])?(?:واتس ?اب|وتس ?اب|واتس|ت[يل]?ي?لي?[جغق]رام)|whats ?app|telegram)(?= |$)/g;
const HASHTAG = /(?<![\p{L}\p{N}&/#])#(?=[\p{N}_]*\p{L})[\p{L}\p{N}\p{M}_]+/gu;
/** The maximum distance between a messenger's name and a number or handle that belongs to it. */
const NEARBY = 60;

type Span = { start: number; end: number };
const spansOf = (text: string, pattern: RegExp): Span[] =>
  Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({ start: index, end: index + match.length }));
const signs = (rule: ShapeRule, spans: Span[]): ShapeSign[] => spans.map((span) => ({ rule, ...span }));

function messengersOf(text: string): Span[] {
  const fold = foldForMatching(text);
  return spansOf(fold.text, MESSENGER).map(({ start, end }) => ({
    start: fold.starts[start]!,
    end: fold.ends[end - 1]!,
  }));
}

/** Replaces links by spaces: their digits are not phone numbers and their letters show no language. */
function withoutLinks(text: string): string {
  let rest = text;
  for (const { start, end } of linksOf(text))
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest;
}

function contactsOf(text: string, rest: string): ShapeSign[] {
  const phones = spansOf(asciiDigits(rest), PHONE);
  const named = messengersOf(rest);
  const isNear = ({ start, end }: Span) =>
    named.some((name) => start - name.end < NEARBY && name.start - end < NEARBY);
  const handles = spansOf(text, HANDLE).filter((span) => text[span.start] !== '@' || isNear(span));
  return [
    ...signs('phoneNumber', phones),
    ...signs('messengerNamed', named),
    ...signs('messengerHandle', handles),
  ];
}

/** Only on Arabic articles; the English edition welcomes Arabic comments. */
function isForeign(rest: string, locale: Locale): boolean {
  const letters = rest.match(/\p{L}/gu) ?? [];
  const arabic = letters.filter((letter) => /\p{Script_Extensions=Arabic}/u.test(letter)).length;
  return (
    scriptOf(locale) === 'arabic' && letters.length >= FEWEST_CHARACTERS && arabic / letters.length < 0.5
  );
}

/** The signs in the look of a comment on an article of this edition. Each sign alone is weak. */
export function shapeOf(text: string, locale: Locale): ShapeSign[] {
  const rest = withoutLinks(text);
  const hashtags = spansOf(rest, HASHTAG);
  return [
    ...lookOf(text),
    ...contactsOf(text, rest),
    ...(hashtags.length >= FEWEST_HASHTAGS ? signs('hashtags', hashtags) : []),
    ...(isForeign(rest, locale) ? [{ rule: 'foreignScript' } as const] : []),
  ];
}

/** Characters that reverse text or contain hidden text; nobody types them by chance. */
const DECEIVING = /[\u202D\u202E]|[\u{E0000}-\u{E007F}]/gu;
/** The characters that cleaning removes. Some of them come with text copied from a messenger. */
const CONTROLS =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u206F\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;

/**
 * Counts control characters in the text as sent, before cleaning. Does not count the tag characters in the
 * flags of England, Scotland and Wales.
 */
export function countControls(sent: string): { all: number; deceiving: number } {
  const text = sent.replace(/\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}/gu, '');
  return { all: text.match(CONTROLS)?.length ?? 0, deceiving: text.match(DECEIVING)?.length ?? 0 };
}
