import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ArticleInput } from '#lib/articles/input.ts';
import { runWithPageRequest } from '#lib/page-request.ts';
import { Recording } from '#lib/recording.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { retractArticle } from './acts.ts';
import { getArticleAddress } from './articles.ts';
import { db } from '#db/engine/client.ts';
import { listForFeed } from './feeds.ts';
import { newId } from '#db/engine/ids.ts';
import { importArticle } from './file-import.ts';
import { articles, authors, sections, tags } from '#db/tables/tables.ts';

const now = new Date('2026-11-23T12:00:00Z');
const at = (hour: string) => `2026-11-23T${hour}:00Z`;
const local = newId();
const numbers = {} as Record<
  'older' | 'newer' | 'sport' | 'english' | 'scheduled' | 'draft' | 'retracted',
  number
>;

async function add(key: keyof typeof numbers, input: Partial<ArticleInput>) {
  const article = await importArticle(
    { section: 'local', headline: key, body: ['نص'], authors: ['huda', 'salma'], ...input },
    { now },
  );
  numbers[key] = article.number;
  return article;
}

const section = (id: string, slug: string, position: number) => ({
  id,
  slug,
  nameAr: slug,
  nameEn: slug,
  descriptionAr: '',
  descriptionEn: '',
  position,
});
const author = (slug: string) => ({ id: newId(), slug, nameAr: slug, nameEn: slug, bioAr: '', bioEn: '' });

beforeAll(async () => {
  await db()
    .insert(sections)
    .values([section(newId(), 'sport', 2), section(local, 'local', 1), section(newId(), 'empty', 3)]);
  await db()
    .insert(authors)
    .values([author('salma'), author('huda')]);
  await add('older', { publishedAt: at('08:00'), revisedAt: at('11:00'), tags: ['النقل', 'البلدية'] });
  await add('newer', { publishedAt: at('09:00'), tags: ['النقل'] });
  await add('sport', { section: 'sport', publishedAt: at('10:00') });
  await add('english', { locale: 'en', publishedAt: at('07:00'), tags: ['Transport'] });
  await add('scheduled', { publishedAt: at('12:01'), tags: ['غدًا'] });
  const { id } = await add('draft', { publishedAt: at('06:00'), tags: ['مسودة'] });
  await db().update(articles).set({ status: 'draft' }).where(eq(articles.id, id));
});

const numbersOf = (rows: { number: number }[]) => rows.map((row) => row.number);

describe('the feed', () => {
  it('lists the visible articles of its edition, newest first', async () => {
    expect(numbersOf(await listForFeed({ locale: 'ar', now, limit: 30 }))).toEqual([
      numbers.sport,
      numbers.newer,
      numbers.older,
    ]);
    expect(numbersOf(await listForFeed({ locale: 'en', now, limit: 30 }))).toEqual([numbers.english]);
    expect(numbersOf(await listForFeed({ locale: 'ar', now, limit: 1 }))).toEqual([numbers.sport]);
  });

  it('of a tag or an author lists only their visible articles', async () => {
    const [tag] = await db().select().from(tags).where(eq(tags.slug, 'النقل'));
    expect(numbersOf(await listForFeed({ locale: 'ar', now, limit: 30, tagId: tag!.id }))).toEqual([
      numbers.newer,
      numbers.older,
    ]);
    expect(numbersOf(await listForFeed({ locale: 'en', now, limit: 30, tagId: tag!.id }))).toEqual([]);
    expect(numbersOf(await listForFeed({ locale: 'ar', now, limit: 30, authorId: newId() }))).toEqual([]);
  });

  it('of a section lists only its articles', async () => {
    expect(numbersOf(await listForFeed({ locale: 'ar', sectionId: local, now, limit: 30 }))).toEqual([
      numbers.newer,
      numbers.older,
    ]);
    expect(await listForFeed({ locale: 'ar', sectionId: newId(), now, limit: 30 })).toEqual([]);
  });

  it('includes the bylines and tags of each article, in order', async () => {
    const older = (await listForFeed({ locale: 'ar', now, limit: 30 })).at(-1)!;
    expect(older.authors.map((row) => row.nameAr)).toEqual(['huda', 'salma']);
    expect(older.tags.map((row) => row.name)).toEqual(['النقل', 'البلدية']);
    expect(older.publishedAt).toEqual(new Date(at('08:00')));
    expect(older.image).toBeNull();
  });

  it('lists a retracted article first for two weeks', async () => {
    const after = (days: number) => new Date(now.getTime() + days * 86_400_000);
    const { id } = await add('retracted', { publishedAt: at('05:00') });
    await retractArticle({ articleId: id, text: 'سُحب الخبر.' }, await addTestPerson('هدى', 'editor'), now);
    const first = async (days: number) =>
      (await listForFeed({ locale: 'ar', now: after(days), limit: 2 }))[0];
    expect(await first(13)).toMatchObject({ number: numbers.retracted, status: 'retracted' });
    expect((await first(15))?.number).not.toBe(numbers.retracted);
  });

  it('ends at the hour when the first of its retractions is no longer listed', async () => {
    const list = async (time: Date) => {
      const recording = new Recording(time.getTime());
      const rows = await runWithPageRequest({ clientAddress: '', recording }, () =>
        listForFeed({ locale: 'ar', now: time, limit: 2 }),
      );
      return { isListed: rows.some(({ number }) => number === numbers.retracted), until: recording.until };
    };
    const { isListed, until } = await list(new Date(now.getTime() + 7));
    expect({ isListed, until: new Date(until) }).toEqual({
      isListed: true,
      until: new Date('2026-12-07T12:00:00Z'),
    });
    expect((await list(new Date(until - 1))).isListed).toBe(true);
    expect(await list(new Date(until))).toEqual({ isListed: false, until: Infinity });
  });
});

describe('getArticleAddress', () => {
  it('returns the address of a visible article and undefined for all others', async () => {
    expect(await getArticleAddress(numbers.english, now)).toEqual({
      locale: 'en',
      sectionSlug: 'local',
      number: numbers.english,
      slug: 'english',
    });
    expect(await getArticleAddress(numbers.scheduled, now)).toBeUndefined();
    expect(await getArticleAddress(numbers.draft, now)).toBeUndefined();
    expect(await getArticleAddress(999_999, now)).toBeUndefined();
  });
});
