import { beforeAll, expect, it } from 'vitest';
import { TAGS_MAX } from '#lib/articles/split-tags.ts';
import type { Person } from '#lib/people/can.ts';
import { getDraft } from './drafts.ts';
import { tagArticle } from './bulk.ts';
import { addNewsroom, after, MINUTE, NOON } from '#db/testing/articles.ts';
import { publishNow, type, write } from '#db/testing/desk.ts';
import { addTestPerson } from '#db/testing/staff.ts';

const FULL = Array.from({ length: TAGS_MAX }, (_, n) => `وسم ${n + 1}`);
let editor: Person;

beforeAll(async () => {
  await addNewsroom();
  editor = await addTestPerson('هدى', 'editor');
});

it('rejects a tag for an article with the maximum of tags, but accepts one that it has already', async () => {
  const { id } = await write(editor, { tags: FULL });
  for (const isOut of [false, true]) {
    if (isOut) await publishNow(id, editor);
    expect(await tagArticle({ articleId: id, tag: 'وسم آخر' }, editor, after(MINUTE))).toEqual({
      fault: 'full',
    });
    expect(await tagArticle({ articleId: id, tag: FULL[3]! }, editor, after(MINUTE))).toEqual({ done: true });
    expect((await getDraft(id))?.draft.content.tags).toEqual(FULL);
  }
});

it('rejects a tag for a published article if its working copy has the maximum of tags', async () => {
  const { id } = await write(editor);
  const { article } = await publishNow(id, editor, NOON);
  await type(id, editor, { tags: FULL });
  expect(
    await tagArticle(
      { articleId: id, articleVersion: article.version, tag: 'وسم آخر' },
      editor,
      after(MINUTE),
    ),
  ).toEqual({ fault: 'full' });
});
