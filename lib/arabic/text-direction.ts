export type Direction = 'rtl' | 'ltr';

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
/** Addresses are long and Latin whatever stands round them; they are isolated where they are shown. */
const ADDRESS = /\p{L}{1,20}:\/\/\S+|www\.\S+|[^\s@]{0,64}@\S+/giu;

/**
 * The direction that most letters of a text have; undefined where it has none. Not `dir="auto"`, which looks at the first letter
 * alone: `WhatsApp لم يعد يعمل عندي اليوم` would turn round. Arabic words are short and names of things long: where most words are
 * Arabic, or as many letters, the text is Arabic with names in it.
 */
export function directionOf(text: string): Direction | undefined {
  let [letters, words] = [0, 0];
  let isEmpty = true;
  for (const [word] of text.replace(ADDRESS, ' ').matchAll(/[\p{L}\p{M}]+/gu)) {
    const all = word.match(/\p{L}/gu) ?? [];
    const right = all.filter((letter) => RIGHT_TO_LEFT.test(letter)).length;
    letters += 2 * right - all.length;
    words += Math.sign(2 * right - all.length);
    isEmpty &&= all.length === 0;
  }
  if (isEmpty) return undefined;
  return letters >= 0 || words > 0 ? 'rtl' : 'ltr';
}
