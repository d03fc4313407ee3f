export type Direction = 'rtl' | 'ltr';

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
/** Addresses are long and Latin in any text. They are isolated when rendered. */
const ADDRESS = /\p{L}{1,20}:\/\/\S+|www\.\S+|[^\s@]{0,64}@\S+/giu;

/** Counts words of each direction, and right-to-left letters minus left-to-right letters. */
function weigh(text: string) {
  const weight = { letters: 0, right: 0, left: 0 };
  for (const [word] of text.replace(ADDRESS, ' ').matchAll(/[\p{L}\p{M}]+/gu)) {
    const all = word.match(/\p{L}/gu) ?? [];
    const sum = 2 * all.filter((letter) => RIGHT_TO_LEFT.test(letter)).length - all.length;
    weight.letters += sum;
    if (all.length > 0 && sum >= 0) weight.right += 1;
    if (all.length > 0 && sum <= 0) weight.left += 1;
  }
  return weight;
}

/**
 * The direction of most letters or words of a text; undefined if it has no letters. `dir="auto"` considers
 * only the first letter: `WhatsApp لم يعد يعمل عندي اليوم` would be left-to-right. Arabic words are short and
 * product names long. If most words, or at least half of the letters, are Arabic, the text is Arabic with
 * names in it.
 */
export function directionOf(text: string): Direction | undefined {
  const { letters, right, left } = weigh(text);
  if (right + left === 0) return undefined;
  return letters >= 0 || right > left ? 'rtl' : 'ltr';
}

/**
 * How many words of another language, for each word of the edition's language, make a line a text in that
 * other language.
 */
const MANY = 5;

/**
 * The direction of the site's own text in one edition: a headline, a caption, the name of a tag. It is that
 * of the edition's language, even if names prevail («Microsoft تشتري Activision Blizzard» would say the
 * opposite if laid out from the left). Only an untranslated title of a film or book has the other direction.
 */
export function directionIn(text: string, edition: Direction): Direction {
  const { right, left } = weigh(text);
  const [own, other] = edition === 'rtl' ? [right, left] : [left, right];
  if (other === 0 || other < own * MANY) return edition;
  return edition === 'rtl' ? 'ltr' : 'rtl';
}
