import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { NotAllowed, type Person } from '#lib/people/can.ts';
import { PREVIEW_DAYS } from '#lib/articles/preview-link.ts';
import { trashArticle } from './acts.ts';
import { db } from '#db/engine/client.ts';
import { endPreviewLinks, getPreview, getPreviewLink } from './preview.ts';
import { listRelated } from './related.ts';
import { articles } from '#db/tables/tables.ts';
import { addNewsroom, after, DAY, NOON, publish } from '#db/testing/articles.ts';
import { publishNow, type, write } from '#db/testing/desk.ts';
import { addTestPerson } from '#db/testing/staff.ts';

let author: Person;
let editor: Person;

beforeAll(async () => {
  await addNewsroom();
  author = await addTestPerson('سلمى', 'author');
  editor = await addTestPerson('هدى', 'editor');
});

async function linkTo(articleId: string, person = author, now = NOON) {
  const link = await getPreviewLink(articleId, person, now);
  if ('fault' in link) throw new Error(link.fault);
  return { ...link, token: link.path.split('/').at(-1)! };
}

async function open(token: string, now: Date) {
  const preview = await getPreview(token, now);
  return preview === 'ended' ? undefined : preview;
}

describe('a preview link', () => {
  it('shows the current working copy when it is opened', async () => {
    const { id } = await write(author, { headline: 'أول', tags: ['وسم جديد'], label: 'تقرير' });
    const { token, expiresAt } = await linkTo(id);
    expect(expiresAt).toEqual(after(PREVIEW_DAYS * DAY));
    await type(id, author, { headline: 'ثانٍ' });
    expect((await open(token, after(DAY)))?.article).toMatchObject({
      headline: 'ثانٍ',
      label: 'تقرير',
      status: 'published',
      tags: [{ name: 'وسم جديد', slug: 'وسم-جديد' }],
    });
  });

  it('finds the ids of existing tags, so that it can list related articles', async () => {
    const other = await publish({ headline: 'خبر الميناء', tags: ['ميناء'], section: 'world' });
    for (let n = 0; n < 4; n++) await publish({ headline: `شأن ${n}` });
    const { id } = await write(author, { tags: ['ميناء', 'لم يُكتب بعد'] });
    const { article } = (await open((await linkTo(id)).token, NOON))!;
    expect(article.tags.map((tag) => [tag.name, tag.id !== ''])).toEqual([
      ['ميناء', true],
      ['لم يُكتب بعد', false],
    ]);
    expect((await listRelated(article, 4, NOON))[0]!.number).toBe(other.number);
  });

  it('of a published article shows its unpublished changes', async () => {
    const { id } = await write(author);
    await publishNow(id, editor);
    await type(id, author, { headline: 'لم يُنشر بعد' });
    expect((await open((await linkTo(id)).token, NOON))?.article).toMatchObject({
      headline: 'لم يُنشر بعد',
      publishedAt: NOON,
    });
  });

  it('has the path of the article’s edition', async () => {
    const { id } = await write(author, { locale: 'en', headline: 'A harbour' });
    expect((await linkTo(id)).path).toMatch(/^\/en\/preview\//);
  });

  it('is invalid after any change, and ends on expiry, revocation, trash and deletion', async () => {
    const [one, two] = [await write(author), await write(author)];
    const { token } = await linkTo(one.id);
    const [payload, signature] = [
      token.slice(0, token.lastIndexOf('.')),
      token.slice(token.lastIndexOf('.') + 1),
    ];
    for (const wrong of [
      `${payload}.${signature.slice(0, -1)}`,
      `${payload.replace(one.id, two.id)}.${signature}`,
      `${payload}z.${signature}`,
      payload,
      '',
      'x.y.z',
    ]) {
      expect(await getPreview(wrong, NOON)).toBeUndefined();
    }
    expect(await getPreview(token, after(PREVIEW_DAYS * DAY - 1))).toMatchObject({ article: { id: one.id } });
    expect(await getPreview(token, after(PREVIEW_DAYS * DAY))).toBe('ended');
    await endPreviewLinks(one.id, author, NOON);
    expect(await getPreview(token, NOON)).toBe('ended');
    const { token: next } = await linkTo(one.id);
    expect(await getPreview(next, NOON)).toMatchObject({ article: { id: one.id } });
    await trashArticle({ articleId: one.id }, author, NOON);
    expect(await getPreview(next, NOON)).toBe('ended');
    await db().delete(articles).where(eq(articles.id, one.id));
    expect(await getPreview(next, NOON)).toBe('ended');
  });

  it('can be made and ended only by people who may edit the article', async () => {
    const { id } = await write(editor);
    await expect(getPreviewLink(id, author, NOON)).rejects.toThrow(NotAllowed);
    await expect(endPreviewLinks(id, author, NOON)).rejects.toThrow(NotAllowed);
  });
});
