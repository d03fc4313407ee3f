import { expect, test } from 'vitest';
import { newContent } from '#lib/articles/content.ts';
import { EMPTY_DOC } from '#lib/body/doc.ts';
import { isSameBesideBody } from './beside-body.ts';

const content = newContent({ locale: 'ar', kind: 'article', sectionId: 's', headline: 'خبر', authorIds: [] });
const props = { content, notes: '', fault: undefined as string | undefined };

test('ignores a new body alone, even in copied content', () => {
  expect(isSameBesideBody(props, { ...props, content: { ...content, body: { ...EMPTY_DOC } } })).toBe(true);
});

test.each([
  ['a changed field', { ...props, content: { ...content, headline: 'خبر آخر' } }],
  ['a new array with the same tags', { ...props, content: { ...content, tags: [...content.tags] } }],
  ['a changed prop', { ...props, notes: 'للمحرر' }],
  ['an added prop', { ...props, more: 1 }],
  ['a removed field', { ...props, content: { ...content, city: undefined } as unknown as typeof content }],
])('renders again for %s', (_, after) => {
  expect(isSameBesideBody<typeof props>(props, after)).toBe(false);
});
