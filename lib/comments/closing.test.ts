import { describe, expect, it } from 'vitest';
import { closingOf, closingTime } from './closing.ts';

const DAY = 86_400_000;
const publishedAt = new Date('2026-10-01T09:00:00Z');
const at = (days: number) => new Date(publishedAt.getTime() + days * DAY);
const article = { commentsOpen: true, commentsCloseAt: null, publishedAt };

describe('comments', () => {
  it('close at the configured number of days after publication, to the millisecond', () => {
    expect(closingOf(article, 30, new Date(at(30).getTime() - 1))).toEqual({ isOpen: true });
    expect(closingOf(article, 30, at(30))).toEqual({ isOpen: false, why: 'age', since: at(30) });
  });

  it('never close if the setting is 0', () => {
    expect(closingTime(article, 0)).toBeNull();
    expect(closingOf(article, 0, at(9999))).toEqual({ isOpen: true });
  });

  it("close at their article's own time", () => {
    const own = { ...article, commentsCloseAt: at(2) };
    expect(closingOf(own, 30, at(2))).toEqual({ isOpen: false, why: 'article', since: at(2) });
    expect(closingOf({ ...own, commentsCloseAt: at(90) }, 30, at(60))).toEqual({ isOpen: true });
    expect(closingOf(own, 0, at(1))).toEqual({ isOpen: true });
  });

  it('have no closing time if the newsroom closed them', () => {
    expect(closingOf({ ...article, commentsOpen: false }, 30, at(90))).toEqual({
      isOpen: false,
      why: 'newsroom',
      since: null,
    });
  });
});
