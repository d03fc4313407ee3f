/**
 * Characters that XML 1.0 cannot contain, not even as a reference: most control characters and lone
 * surrogates.
 */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const REFERENCES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

/** Removes the characters that XML cannot contain. */
export const writableText = (text: string): string => text.replace(UNWRITABLE, '');

/** Escapes text for an element or a quoted attribute, in HTML and XML. */
export const escapeMarkup = (text: string): string =>
  writableText(text).replace(/[&<>"']/g, (sign) => REFERENCES[sign]!);
