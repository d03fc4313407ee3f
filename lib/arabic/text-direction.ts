export type Direction = 'rtl' | 'ltr';

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
/** Addresses are long and Latin whatever stands round them; they are isolated where they are shown. */
const ADDRESS = /\p{L}{1,20}:\/\/\S+|www\.\S+|[^\s@]{0,64}@\S+/giu;

/** Words and letters of a text that run from right to left, less those that run the other way. */
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
 * The direction that most letters of a text have; undefined where it has none. Not `dir="auto"`, which looks
 * at the first letter alone: `WhatsApp لم يعد يعمل عندي اليوم` would turn round. Arabic words are short and
 * names of things long: where most words are Arabic, or as many letters, the text is Arabic with names in
 * it.
 */
export function directionOf(text: string): Direction | undefined {
  const { letters, right, left } = weigh(text);
  if (right + left === 0) return undefined;
  return letters >= 0 || right > left ? 'rtl' : 'ltr';
}

/**
 * So many words of another language stand beside one of its own before a line of the paper is in that
 * language.
 */
const MANY = 5;

/**
 * The direction of what the paper itself says in one of its editions: a headline, a caption, the name of a
 * tag. It is in the edition's language, whatever names prevail in it (read from the left, «Microsoft تشتري
 * Activision Blizzard» says the opposite), but for the title of a film or a book that stands there as it is.
 */
export function directionIn(text: string, edition: Direction): Direction {
  const { right, left } = weigh(text);
  const [own, other] = edition === 'rtl' ? [right, left] : [left, right];
  if (other === 0 || other < own * MANY) return edition;
  return edition === 'rtl' ? 'ltr' : 'rtl';
}
