import { foldForMatching } from './match-fold.ts';

/**
 * Each entry: a letter, then others that look like it (after Unicode's confusables). Capitals have their own
 * entries, since Η is H and η is n.
 */
const DRAWN_LIKE = `
  a АаΑαɑᴀ b ВвЬьΒβʙ c СсϹϲᴄ d ԀԁᴅđĐ e ЕеЁёΕεєЄᴇə f Ғғꜰƒ g ɡɢԌԍġ h НнҺһΗʜħĦ i ІіЇїΙιıɪɩ j ЈјϳᴊȷЈ k КкΚκҚқᴋ l Ӏӏʟłʅǀ m МмΜᴍ n ПпΝηɴŋ
  o ОоΟοσΘθØøᴏօ p РрΡρᴘ q Ԛԛ r Ггᴦʀɼ s Ѕѕꜱʂ t ТтΤτᴛŧŦ u υᴜʋ v νѴѵᴠ w Ԝԝωѡᴡ x ХхΧχ y УуҮүΥγʏ z ΖᴢƵƶ`;
const LETTER = new Map(
  Array.from(DRAWN_LIKE.matchAll(/([a-z]) (\S+)/g), ([, letter = '', others = '']) =>
    Array.from(others, (other) => [other, letter] as const),
  ).flat(),
);

/** The Latin letter that another letter looks like. Marks on it are ignored. */
export const drawnLike = (letter: string): string | undefined =>
  LETTER.get(letter) ?? LETTER.get(letter.normalize('NFKD')[0] ?? '');

/** Digits inside Arabic words that look like letters: 1دارة, هيئ٥. */
const ARABIC_DIGITS: Record<string, string> = { 1: 'ا', 5: 'ه' };
const DIGIT_AT_ARABIC = /(?<=\p{Script=Arabic})[15]|[15](?=\p{Script=Arabic})/gu;

/**
 * A name without everything that a reader overlooks: two names that look alike have one skeleton. Never
 * shown: i, l and 1 are one letter, doubled letters are one, «rn» is m.
 */
export function nameSkeleton(name: string): string {
  const latin = Array.from(name.normalize('NFKC'), (letter) => drawnLike(letter) ?? letter).join('');
  return foldForMatching(latin)
    .text.replace(/ /g, '')
    .replace(DIGIT_AT_ARABIC, (digit) => ARABIC_DIGITS[digit]!)
    .replace(/[i1]/g, 'l')
    .replace(/0/g, 'o')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/(\p{L})\1+/gu, '$1');
}
