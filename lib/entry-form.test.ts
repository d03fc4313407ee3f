import { expect, it } from 'vitest';
import type { Block, Doc } from './body/doc.ts';
import { joinEntry, splitEntry } from './entry-form.ts';

const words: Block = { type: 'paragraph', content: [{ type: 'text', text: 'نص' }] };
const figure = (mediaId: string): Block => ({ type: 'figure', attrs: { mediaId, caption: 'تعليق', credit: 'مداد', alt: '', decorative: true } });
const embed: Block = { type: 'embed', attrs: { provider: 'youtube', url: 'https://www.youtube.com/watch?v=aaaaaaaaaaa', title: 'عنوان' } };
const doc = (...content: Block[]): Doc => ({ type: 'doc', v: 2, content });

it('has the last picture and the last card in fields of their own, and keeps every other where it is', () => {
  const kept = (body: Doc) => {
    const parts = splitEntry(body);
    expect(joinEntry(parts, body.content)).toEqual(body);
    return { picture: parts.picture?.mediaId, embed: parts.embed?.provider, kept: parts.kept.map(({ type }) => type) };
  };
  expect(kept(doc(words, figure('a'), embed))).toEqual({ picture: 'a', embed: 'youtube', kept: [] });
  expect(kept(doc(figure('a')))).toEqual({ picture: 'a', embed: undefined, kept: [] });
  expect(kept(doc(figure('a'), words, embed, figure('b')))).toEqual({ picture: 'b', embed: undefined, kept: ['figure', 'embed'] });
  expect(kept(doc(words, figure('a'), figure('b'), embed))).toEqual({ picture: 'b', embed: 'youtube', kept: ['figure'] });
});

it('takes away what is taken out of its field', () => {
  const body = doc(words, figure('a'), embed);
  expect(joinEntry({ ...splitEntry(body), picture: undefined }, body.content)).toEqual(doc(words, embed));
  expect(joinEntry({ text: '' })).toEqual(doc({ type: 'paragraph', content: [] }));
});
