import { expect, it } from 'vitest';
import type { Block, Doc } from '#lib/body/doc.ts';
import { joinEntry, splitEntry, typedEntry, type EntryFields } from './entry-form.ts';

const words: Block = { type: 'paragraph', content: [{ type: 'text', text: 'نص' }] };
const figure = (mediaId: string): Block => ({
  type: 'figure',
  attrs: { mediaId, caption: 'تعليق', credit: 'مداد', alt: '', decorative: true },
});
const embed: Block = {
  type: 'embed',
  attrs: { provider: 'youtube', url: 'https://www.youtube.com/watch?v=aaaaaaaaaaa', title: 'عنوان' },
};
const doc = (...content: Block[]): Doc => ({ type: 'doc', v: 2, content });

it('puts only the last picture and the last embed into their own fields and keeps all others in the text', () => {
  const kept = (body: Doc) => {
    const parts = splitEntry(body);
    expect(joinEntry(parts, body.content)).toEqual(body);
    return {
      picture: parts.picture?.mediaId,
      embed: parts.embed?.provider,
      kept: parts.kept.map(({ type }) => type),
    };
  };
  expect(kept(doc(words, figure('a'), embed))).toEqual({ picture: 'a', embed: 'youtube', kept: [] });
  expect(kept(doc(figure('a')))).toEqual({ picture: 'a', embed: undefined, kept: [] });
  expect(kept(doc(figure('a'), words, embed, figure('b')))).toEqual({
    picture: 'b',
    embed: undefined,
    kept: ['figure', 'embed'],
  });
  expect(kept(doc(words, figure('a'), figure('b'), embed))).toEqual({
    picture: 'b',
    embed: 'youtube',
    kept: ['figure'],
  });
});

it('removes a picture whose field was emptied', () => {
  const body = doc(words, figure('a'), embed);
  expect(joinEntry({ ...splitEntry(body), picture: undefined }, body.content)).toEqual(doc(words, embed));
  expect(joinEntry({ text: '' })).toEqual(doc({ type: 'paragraph', content: [] }));
});

const NOTHING: EntryFields = {
  body: '',
  mediaId: '',
  caption: '',
  credit: '',
  alt: '',
  decorative: '',
  embed: '',
  embedTitle: '',
};
const said = (fields: Partial<EntryFields>, stored: Block[] = []) =>
  typedEntry({ ...NOTHING, ...fields }, stored).content.map((block) =>
    block.type === 'paragraph'
      ? block.content.map((run) => (run.type === 'text' ? run.text : '\n')).join('')
      : block.type,
  );

it('keeps all text of the plain fields, also of an invalid link, an unknown embed and a missing picture', () => {
  expect(typedEntry(NOTHING)).toEqual(doc({ type: 'paragraph', content: [] }));
  expect(said({ body: 'نص\n\n[[1]]' }, [embed])).toEqual(['نص', 'embed']);
  expect(said({ body: 'انظر [هنا](https://%)\n> سطر\n\n## عنوان\n\n[[1]]' }, [embed])).toEqual([
    'انظر [هنا](https://%)',
    'blockquote',
    'heading',
    'embed',
  ]);
  expect(said({ body: '- انظر [هنا](https://%)\n- ثانٍ' })).toEqual(['- انظر [هنا](https://%)', 'bulletList']);
  expect(said({ body: 'نص', embed: 'https://elsewhere.example/a', embedTitle: 'عنوان' })).toEqual([
    'نص',
    'عنوان',
    'https://elsewhere.example/a',
  ]);
  expect(said({ caption: 'شرح بلا صورة' })).toEqual(['شرح بلا صورة']);
  const whole = {
    mediaId: 'a',
    caption: 'تعليق',
    credit: 'مداد',
    decorative: '1',
    embed: 'https://www.youtube.com/watch?v=aaaaaaaaaaa',
    embedTitle: 'عنوان',
  };
  expect(typedEntry({ ...NOTHING, ...whole })).toEqual(doc(figure('a'), embed));
  expect(said({ ...whole, body: 'نص' })).toEqual(['نص', 'figure', 'embed']);
});
