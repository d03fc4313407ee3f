/**
 * What XML 1.0 has no way to write, not even as a reference: most control characters and halves of surrogate
 * pairs.
 */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const REFERENCES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

/** Text without what XML cannot hold. */
export const writableText = (text: string): string => text.replace(UNWRITABLE, '');

/** Text as it may stand in an element or a quoted attribute, of HTML and of XML. */
export const escapeMarkup = (text: string): string =>
  writableText(text).replace(/[&<>"']/g, (sign) => REFERENCES[sign]!);
