import { readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { listArticlePage } from '#db/articles/cards.ts';
import { getArticle, getNeighbours, listCorrections } from '#db/articles/articles.ts';
import { getBodyAssets } from '#db/articles/body-assets.ts';
import { listRankings } from '#db/articles/rankings.ts';
import { listRelated } from '#db/articles/related.ts';
import { countApproved, listThreads } from '#db/comments/threads.ts';
import { listBreaking } from '#db/front/breaking.ts';
import { composeFront } from '#db/front/page.ts';
import { listSections } from '#db/paper/sections.ts';
import { getSettings, getSite } from '#db/paper/settings.ts';
import type { Doc } from '#lib/body/doc.ts';
import { env } from '#lib/env.ts';
import { NOON } from '#db/testing/articles.ts';
import { listStatements, type Asked } from '#db/testing/asked-statements.ts';
import { addManyArticles } from '#db/testing/many-articles.ts';
import { privateReads } from '#db/testing/private-reads.ts';
import { addPaper, readerReads, type Paper } from '#db/testing/reader-reads.ts';

/*
 * What a read costs must not grow with the archive. The measure is how many pages of the file a statement
 * reads on a new connection: the same on every machine, and a scan of an index or an OFFSET adds to it.
 */

/** The second is beyond every bound of a read: a part of the sitemap, the hits of a search. */
const SIZES = [3000, 12_000] as const;
/** A deeper tree has one more page above each row, and a month of the archive is one more look-up. */
const MORE = 40;

const countReads = () => Number(/syscr: (\d+)/.exec(readFileSync('/proc/self/io', 'utf8'))![1]);

/** How many pages of the database file a statement reads. */
function countPages({ sql, values }: Asked): number {
  const file = new Sqlite(env.databaseFile, { readonly: true });
  const statement = file.prepare(sql);
  const before = countReads();
  statement.all(...values);
  const pages = countReads() - before;
  file.close();
  return pages;
}

const costs = new Map<string, number[]>();
let paper: Paper;

beforeAll(async () => {
  paper = await addPaper();
  const edition = { locale: 'ar' as const, now: NOON };
  const filters = [{}, { sectionId: paper.sectionId }, { tagId: paper.tag.id }, { authorId: paper.authorId }];
  const reads: Record<string, () => Promise<unknown>> = {
    ...readerReads(paper, NOON),
    ...(await privateReads(paper, NOON)),
    lastPages: async () => {
      for (const filter of filters) {
        const { pages } = await listArticlePage(filter, 1, 20, edition);
        for (const page of [Math.ceil(pages / 2), pages])
          expect((await listArticlePage(filter, page, 20, edition)).items.length).toBeGreaterThan(0);
      }
    },
    lastCorrections: async () => {
      const { pages } = await listCorrections('ar', NOON, 1, 20);
      expect((await listCorrections('ar', NOON, pages, 20)).items.length).toBeGreaterThan(0);
    },
  };
  let size = 0;
  for (const wanted of SIZES) {
    await addManyArticles(paper.first.id, wanted - size, size);
    size = wanted;
    for (const [name, read] of Object.entries(reads)) {
      const asked = await listStatements(read);
      costs.set(name, [...(costs.get(name) ?? []), asked.reduce((sum, each) => sum + countPages(each), 0)]);
    }
  }
});

describe('a read of four times as many articles', () => {
  it('reads hardly more pages of the file', () => {
    const grown = [...costs].filter(([, [few = 0, many = 0]]) => many > 1.5 * few + MORE);
    expect(grown).toEqual([]);
    expect(costs.get('listArticlePage')![1]).toBeGreaterThan(10);
  });
});

describe('the number of statements', () => {
  it('of the front page does not depend on the number of sections', async () => {
    expect((await listStatements(() => composeFront('ar', NOON))).length).toBeLessThanOrEqual(6);
  });

  it('of an article with pictures and comments is at most 16', async () => {
    const asked = await listStatements(async () => {
      const article = (await getArticle(paper.first.number, NOON))!;
      const { id, locale, body } = article;
      await getSite(locale, await getSettings());
      await listSections();
      await listBreaking(locale, NOON);
      await listRelated(article, 4, NOON);
      await getNeighbours(article, NOON);
      await listRankings(locale, { now: NOON, limit: 5, except: id });
      const image = { type: 'image', attrs: { mediaId: paper.picture } };
      const readAlso = { type: 'readAlso', attrs: { number: paper.live.number } };
      await getBodyAssets([{ ...body, content: [image, readAlso] } as Doc], NOON);
      await countApproved(id);
      await listThreads(id);
    });
    expect(asked.map(({ sql }) => sql).length).toBeLessThanOrEqual(16);
  });
});
