import { createTranslator } from 'next-intl';
import { expect, it } from 'vitest';
import ar from '#messages/ar.json' with { type: 'json' };
import en from '#messages/en.json' with { type: 'json' };

const SIX = ['few', 'many', 'one', 'other', 'two', 'zero'];

type Tree = { [key: string]: string | string[] | Tree };

/** Every message with its path. */
const walk = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(
    ([key, value]) =>
      (typeof value === 'string' ? [[`${path}${key}`, value]] : walk(value as Tree, `${path}${key}.`)) as [
        string,
        string,
      ][],
  );

/**
 * The names of the forms of each plural in a message: the word before each opening brace of the first level.
 */
function formsOf(message: string): string[][] {
  return [...message.matchAll(/\{\s*\w+,\s*plural,/g)].map((found) => {
    const forms: string[] = [];
    let depth = 1;
    let word = '';
    for (const letter of message.slice(found.index + found[0].length)) {
      if (letter === '{' && depth++ === 1) forms.push(word.trim());
      if (letter === '}' && --depth === 0) break;
      word = depth === 1 && letter !== '}' ? word + letter : '';
    }
    return forms;
  });
}

it('gives every Arabic plural the six forms and no others', () => {
  const plurals = walk(ar).flatMap(([path, message]) =>
    formsOf(message).map((forms) => [path, forms.toSorted()] as const),
  );
  expect(plurals.length).toBeGreaterThan(35);
  expect(plurals.filter(([, forms]) => forms.join() !== SIX.join())).toEqual([]);
  expect(Object.keys(ar.comments.fresh).toSorted()).toEqual(SIX);
});

it('gives every English plural the form «other»', () => {
  expect(
    walk(en).filter(([, message]) => formsOf(message).some((forms) => !forms.includes('other'))),
  ).toEqual([]);
});

it('formats the Arabic counts of comments with the right forms', () => {
  const t = createTranslator({ locale: 'ar', messages: ar });
  const counts = [0, 1, 2, 3, 11, 100, 103, 111];
  const read = (
    key:
      | 'article.comments'
      | 'comments.moreReplies'
      | 'comments.status.place'
      | 'comments.faultsTitle'
      | 'newsroom.nav.waiting'
      | 'comments.waits.minutes',
  ) => counts.map((count) => t(key, { count, n: String(count) }));
  expect(read('article.comments')).toEqual([
    'لا تعليقات',
    'تعليق واحد',
    'تعليقان',
    '3 تعليقات',
    '11 تعليقًا',
    '100 تعليق',
    '103 تعليقات',
    '111 تعليقًا',
  ]);
  expect(read('comments.moreReplies')).toEqual([
    'كل الردود',
    'رد آخر',
    'ردّان آخران',
    '3 ردود أخرى',
    '11 ردًا آخر',
    '100 رد آخر',
    '103 ردود أخرى',
    '111 ردًا آخر',
  ]);
  expect(read('comments.status.place')).toEqual([
    'هو التالي في الدور.',
    'أمامه في الدور تعليق واحد.',
    'أمامه في الدور تعليقان.',
    'أمامه في الدور 3 تعليقات.',
    'أمامه في الدور 11 تعليقًا.',
    'أمامه في الدور 100 تعليق.',
    'أمامه في الدور 103 تعليقات.',
    'أمامه في الدور 111 تعليقًا.',
  ]);
  expect(read('comments.faultsTitle')).toEqual([
    'تحقق من النموذج',
    'في النموذج خطأ واحد',
    'في النموذج خطآن',
    'في النموذج 3 أخطاء',
    'في النموذج 11 خطأً',
    'في النموذج 100 خطأ',
    'في النموذج 103 أخطاء',
    'في النموذج 111 خطأً',
  ]);
  expect(read('newsroom.nav.waiting')).toEqual([
    'لا تعليق ينتظر',
    'تعليق واحد ينتظر',
    'تعليقان ينتظران',
    '3 تعليقات تنتظر',
    '11 تعليقًا ينتظر',
    '100 تعليق ينتظر',
    '103 تعليقات تنتظر',
    '111 تعليقًا ينتظر',
  ]);
  expect(read('comments.waits.minutes')).toEqual([
    'لحظة',
    'دقيقة واحدة',
    'دقيقتين',
    '3 دقائق',
    '11 دقيقة',
    '100 دقيقة',
    '103 دقائق',
    '111 دقيقة',
  ]);
});
