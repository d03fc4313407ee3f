/** The digits of Arabic and of Persian or Urdu keyboards. */
const EASTERN = /[\u0660-\u0669\u06F0-\u06F9]/g;
/**
 * What is pasted round a number and cannot be seen: marks of direction, isolates, joiners, soft hyphens, a
 * byte order mark …
 */
const UNSEEN = /\p{Cf}/gu;
const SPACES = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]/gu;
/** Arabic and typographic signs that stand between thousands. */
const GROUPING = /[,\u066C\u060C'\u2019](?=\d{3}(?!\d))/g;

/** The same text with 0–9 for the digits of every keyboard, and with nothing in it that cannot be seen. */
export const latinDigits = (text: string): string =>
  text.replace(UNSEEN, '').replace(EASTERN, (digit) => String(digit.charCodeAt(0) & 15));

/** A code as its maker meant it: without the spaces and dashes that help the eye. */
export const plainCode = (typed: string): string =>
  latinDigits(typed)
    .normalize('NFKC')
    .replace(SPACES, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-');

const withMinus = (text: string): string =>
  text.replace(/^[\u2010-\u2015\u2212]/, '-').replace(/^(\d.*)-$/, '-$1');

/**
 * A whole number or a fraction as a person writes it: `٤٥`, `1٬234`, `٣٫٥`, ` 1 000 `. As a number's text, or
 * as it was where it is none.
 */
export function numberText(typed: string): string {
  const plain = withMinus(latinDigits(typed).normalize('NFKC').replace(SPACES, ''));
  const ungrouped = plain.replace(GROUPING, '').replace(/[\u066B]/g, '.');
  return /^[+-]?\d+(?:\.\d+)?$/.test(ungrouped) ? ungrouped.replace(/^\+/, '') : plain;
}

/** A whole number that is not negative, or undefined. */
export function readWhole(typed: string): number | undefined {
  const text = numberText(typed);
  const value = /^\d{1,15}$/.test(text) ? Number(text) : undefined;
  return value;
}

/**
 * A day or a moment of a field: `٢٠٢٦-١١-٢٩` or `2026/11/29 ٠٩:٣٠` in the form that browsers send,
 * `2026-11-29T09:30`.
 */
export function dateText(typed: string): string {
  const plain = latinDigits(typed)
    .replace(/[\u2010-\u2015\u2212/]/g, '-')
    .trim();
  const [, year, month = '', day = '', hour, minute] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2}))?(?::\d{2})?$/.exec(plain) ?? [];
  if (!year) return plain;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return hour ? `${date}T${hour.padStart(2, '0')}:${minute}` : date;
}

/**
 * A number of a form, from text in which people write numbers. What is no number stays what it is, for the
 * schema to refuse.
 */
export const typedNumber = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() !== '' ? numberText(value) : value;

/** The number of an article as it is told in a newsroom: `1054`, `#١٠٥٤`, `رقم 1054`. */
export function readArticleNumber(typed: string): number | undefined {
  const [, digits] = /^(?:[#\uFF03]|رقم|no\.?)?([1-9]\d{0,8})$/i.exec(plainCode(typed)) ?? [];
  return digits ? Number(digits) : undefined;
}

/** A telephone number in the digits that every phone dials. */
export const phoneText = (typed: string): string =>
  latinDigits(typed)
    .replace(SPACES, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\uFF0B/g, '+')
    .trim();
