import { describe, expect, it } from 'vitest';
import { Random } from '#db/testing/random.ts';
import { rankPages, type BusyPage } from './busy-pages.ts';
import { createZipf } from './random.ts';

describe('createZipf', () => {
  it('draws the n-th rank 1 / n times as often as the first', () => {
    const draw = createZipf(1000, new Random(1));
    const counts = Array.from({ length: 1000 }, () => 0);
    for (let n = 0; n < 200_000; n++) counts[draw()]!++;
    // 200,000 / (1 + 1/2 + … + 1/1000)
    const first = 26_719;
    for (const rank of [1, 2, 5, 10, 50])
      expect(Math.abs(counts[rank - 1]! / (first / rank) - 1)).toBeLessThan(0.1);
    expect(counts.reduce((sum, count) => sum + count)).toBe(200_000);
  });

  it('draws the same ranks for the same seed', () => {
    const drawTen = (seed: number) => Array.from({ length: 10 }, createZipf(1000, new Random(seed)));
    expect(drawTen(7)).toEqual(drawTen(7));
    expect(drawTen(7)).not.toEqual(drawTen(8));
  });
});

describe('rankPages', () => {
  const pages = (kind: BusyPage['kind'], count: number): BusyPage[] =>
    Array.from({ length: count }, (_, n) => ({ path: `${kind} ${n}`, kind }));

  it('keeps the order of articles and puts three after each of the best known pages', () => {
    const articles = pages('article', 40);
    const ranking = rankPages(articles, pages('section', 2), pages('tag', 3));
    expect(ranking.filter(({ kind }) => kind === 'article')).toEqual(articles);
    expect(ranking.map(({ kind }) => kind[0]).join('')).toBe(
      `saaasaaat${'a'.repeat(5)}t${'a'.repeat(6)}t${'a'.repeat(23)}`,
    );
  });

  it('continues with the other pages when there are no more articles', () => {
    const ranking = rankPages(pages('article', 4), pages('section', 1), pages('tag', 4));
    expect(ranking.map(({ kind }) => kind[0]).join('')).toBe('saaatattt');
  });
});
