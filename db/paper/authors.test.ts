import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { docFromLines } from '#lib/body/from-lines.ts';
import type { Person } from '#lib/people/can.ts';
import { trashArticle } from '#db/articles/acts.ts';
import { countDesk } from '#db/articles/desk-counts.ts';
import { listDesk } from '#db/articles/desk-list.ts';
import { getArticle } from '#db/articles/articles.ts';
import { addAuthor, authorSchema, removeAuthor } from './authors.ts';
import { db } from '#db/engine/client.ts';
import { getContentVersion } from './content-version.ts';
import { getDraft } from '#db/articles/drafts.ts';
import { listPublishFaults } from '#db/articles/publish-draft.ts';
import { restoreRevision, saveRevision } from '#db/articles/revisions.ts';
import { reindexTagged } from '#db/articles/search-index.ts';
import { articleTags, tags } from '#db/tables/tables.ts';
import { renameTag } from './tags.ts';
import { addNewsroom, after, MINUTE, NOON } from '#db/testing/articles.ts';
import { publishNow, type, write } from '#db/testing/desk.ts';
import { addTestPerson } from '#db/testing/staff.ts';

let editor: Person;

beforeAll(async () => {
  await addNewsroom();
  editor = await addTestPerson('هدى', 'editor');
});

let made = 0;
/** A new byline for each test. */
async function addByline() {
  made += 1;
  const added = await addAuthor(
    authorSchema.parse({
      nameAr: `نور ${made}`,
      nameEn: `Nour ${made}`,
      slug: '',
      titleAr: '',
      titleEn: '',
      bioAr: '',
      bioEn: '',
      links: '',
      mediaId: '',
      userId: '',
    }),
    editor,
    NOON,
  );
  if ('fault' in added) throw new Error(added.fault);
  return added.author;
}

describe('removing a byline', () => {
  it('is refused while a draft names it; a draft in the trash does not count', async () => {
    const { id: authorId } = await addByline();
    const [left, trashed] = [
      await write(editor, { authorIds: [authorId] }),
      await write(editor, { authorIds: [authorId] }),
    ];
    await trashArticle({ articleId: trashed.id }, editor, NOON);
    expect(await removeAuthor(authorId, editor, NOON)).toEqual({ fault: 'used' });
    await type(left.id, editor, { authorIds: [] });
    expect(await removeAuthor(authorId, editor, NOON)).toEqual({ removed: true });
  });

  it('is refused while the working copy of a published article names it', async () => {
    const { id: authorId } = await addByline();
    const { id } = await write(editor);
    await publishNow(id, editor);
    await type(id, editor, { authorIds: [authorId] });
    expect(await removeAuthor(authorId, editor, NOON)).toEqual({ fault: 'used' });
  });

  it('is refused while a scheduled revision names it', async () => {
    const { id: authorId } = await addByline();
    const { id } = await write(editor);
    await publishNow(id, editor);
    await type(id, editor, { authorIds: [authorId] });
    await publishNow(id, editor, after(1), after(MINUTE));
    await type(id, editor, { authorIds: [] });
    expect(await removeAuthor(authorId, editor, NOON)).toEqual({ fault: 'used' });
  });
});

it('publishes a restored revision without its removed author, and its working copy is not ahead', async () => {
  const [gone, kept] = [await addByline(), await addByline()];
  const { id } = await write(editor, { authorIds: [gone.id, kept.id] });
  const saved = await saveRevision(id, 'save', '', editor, NOON);
  await type(id, editor, { authorIds: [kept.id] });
  expect(await removeAuthor(gone.id, editor, NOON)).toEqual({ removed: true });
  await restoreRevision(
    {
      articleId: id,
      revisionId: 'id' in saved ? saved.id : '',
      version: (await getDraft(id))!.draft.version,
    },
    editor,
    NOON,
  );
  expect(await listPublishFaults((await getDraft(id))!.draft, NOON)).toEqual([
    { key: 'bylineGone', level: 'warn' },
  ]);
  const { article } = await publishNow(id, editor);
  expect((await getArticle(article.number, NOON))?.authors.map(({ slug }) => slug)).toEqual([kept.slug]);
  expect((await getDraft(id))?.draft.content.authorIds).toEqual([kept.id]);
  await type(id, editor, { headline: 'خبر من المكتب' });
  expect((await getDraft(id))?.draft.isAhead).toBe(false);
});

describe('the newsroom’s list', () => {
  it('finds a draft by bylines and existing tags, without creating a tag or a new content version', async () => {
    const author = await addByline();
    await publishNow((await write(editor, { tags: ['ثقافة'] })).id, editor);
    const [tag] = await db().select().from(tags).where(eq(tags.name, 'ثقافة'));
    const known = await db().$count(tags);
    const version = await getContentVersion();
    const { id } = await write(editor, {
      headline: 'مسودة',
      authorIds: [author.id],
      tags: ['وسم لم يُستعمل', 'ثقافة'],
    });
    const filter = { state: 'draft', authorId: author.id, tagId: tag!.id } as const;
    expect((await listDesk(filter, editor, { now: NOON, limit: 5 })).rows).toMatchObject([
      { id, authors: [{ nameAr: author.nameAr }] },
    ]);
    expect(await countDesk(filter, editor, NOON)).toMatchObject({ draft: { count: 1 } });
    await type(id, editor, { authorIds: [], tags: ['وسم لم يُستعمل'] });
    expect((await listDesk(filter, editor, { now: NOON, limit: 5 })).rows).toEqual([]);
    expect([await db().$count(tags), await getContentVersion()]).toEqual([known, version]);
  });

  it('still finds a draft by a tag that was renamed, and by its words', async () => {
    await publishNow((await write(editor, { tags: ['مرفأ'] })).id, editor);
    const [tag] = await db().select().from(tags).where(eq(tags.name, 'مرفأ'));
    const { id } = await write(editor, { tags: ['مرفأ'], body: docFromLines(['زنبرك.']) });
    await renameTag(tag!.id, { name: 'ميناء' }, editor, NOON);
    await reindexTagged(tag!.id);
    expect(
      (await listDesk({ state: 'draft', text: 'زنبرك' }, editor, { now: NOON, limit: 5 })).rows,
    ).toMatchObject([{ id }]);
    await type(id, editor, { headline: 'كُتب بعد التسمية' });
    expect(
      await db().select({ tagId: articleTags.tagId }).from(articleTags).where(eq(articleTags.articleId, id)),
    ).toEqual([{ tagId: tag!.id }]);
  });
});
