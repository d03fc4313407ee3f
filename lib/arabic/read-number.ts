/** Arabic digits, and those of Persian or Urdu keyboards. */
const EASTERN = /[\u0660-\u0669\u06F0-\u06F9]/g;
/**
 * Invisible characters that come with a pasted number: direction marks, isolates, joiners, soft hyphens, a
 * byte order mark …
 */
const UNSEEN = /\p{Cf}/gu;
const SPACES = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]/gu;
/** Arabic and typographic thousands separators. */
const GROUPING = /[,\u066C\u060C'\u2019](?=\d{3}(?!\d))/g;

/** Replaces the digits of every keyboard by 0–9 and removes invisible characters. */
export const latinDigits = (text: string): string =>
  text.replace(UNSEEN, '').replace(EASTERN, (digit) => String(digit.charCodeAt(0) & 15));

/** A code without spaces, and with plain hyphens for typographic dashes. */
export const plainCode = (typed: string): string =>
  latinDigits(typed)
    .normalize('NFKC')
    .replace(SPACES, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-');

const withMinus = (text: string): string =>
  text.replace(/^[\u2010-\u2015\u2212]/, '-').replace(/^(\d.*)-$/, '-$1');

/**
 * Reads a whole number or a fraction as people write it: `٤٥`, `1٬234`, `٣٫٥`, ` 1 000 `. Returns the text of
 * the number, or the cleaned input if it is no number.
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
 * A day or a moment from a field: `٢٠٢٦-١١-٢٩` or `2026/11/29 ٠٩:٣٠`, in the format that browsers send,
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

/** A form number from text as people write it. Other text stays unchanged, so that the schema rejects it. */
export const typedNumber = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() !== '' ? numberText(value) : value;

/** An article's number as people write it in a newsroom: `1054`, `#١٠٥٤`, `رقم 1054`. */
export function readArticleNumber(typed: string): number | undefined {
  const [, digits] = /^(?:[#\uFF03]|رقم|no\.?)?([1-9]\d{0,8})$/i.exec(plainCode(typed)) ?? [];
  return digits ? Number(digits) : undefined;
}

/** A phone number in ASCII digits, which every phone can dial. */
export const phoneText = (typed: string): string =>
  latinDigits(typed)
    .replace(SPACES, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\uFF0B/g, '+')
    .trim();
