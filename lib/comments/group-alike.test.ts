import { describe, expect, it } from 'vitest';
import { groupAlike } from './group-alike.ts';
import { shingleSignature } from './similarity.ts';

const row = (text: string) => ({ text, bodyKey: text, signature: shingleSignature(text) });
const shape = (texts: string[], most = 25) => {
  const { groups, taken } = groupAlike(texts.map(row), most);
  return { groups: groups.map(({ first, alike }) => [first.text, alike.length]), taken };
};

describe('look-alikes', () => {
  const advert = 'اربح ألف دينار كل يوم من بيتك بلا رأس مال، راسلنا الآن';
  it('stand under the first of them', () => {
    expect(shape([advert, 'مقال مفيد عن شبكة المياه', `${advert} سريعًا`, advert])).toEqual({ groups: [[advert, 2], ['مقال مفيد عن شبكة المياه', 0]], taken: 4 });
  });
  it('do not make a page longer than it should be', () => {
    expect(shape(['رأي أول تمامًا', 'كلام آخر مختلف', 'رأي أول تمامًا', 'ثالث لا يشبههما'], 2)).toEqual({ groups: [['رأي أول تمامًا', 1], ['كلام آخر مختلف', 0]], taken: 3 });
  });
  it('are never made of texts without a signature', () => {
    expect(groupAlike([{ bodyKey: 'a', signature: '' }, { bodyKey: 'b', signature: '' }], 9).groups).toHaveLength(2);
  });
});
