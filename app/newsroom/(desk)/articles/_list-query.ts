import type { DeskCursor } from '#db/articles/desk-list.ts';
import { DESK_STATES, type DeskFilter } from '#db/articles/desk-filter.ts';
import { getAuthor } from '#db/paper/authors.ts';
import { getSection } from '#db/paper/sections.ts';
import { getTag } from '#db/paper/tags.ts';
import { cleanLine } from '#lib/arabic/bidi.ts';
import { firstCharacters } from '#lib/arabic/count-characters.ts';
import { dateText } from '#lib/arabic/read-number.ts';
import { startOfLocalDay } from '#lib/arabic/local-day.ts';
import { tagSlug } from '#lib/arabic/slug.ts';
import { type Locale, LOCALES } from '#lib/locales.ts';
import { withQuery } from '../../_query.ts';
import { single } from '#app/_request/query.ts';

const PATH = '/newsroom/articles';
const DAY = 86_400_000;
/** An id that no row has: a filter by an unknown value finds nothing, instead of everything. */
const NOWHERE = '-';

const KEYS = ['state', 'q', 'section', 'author', 'tag', 'edition', 'kind', 'from', 'to', 'mine'] as const;
type Key = (typeof KEYS)[number];
/** The list's address, key by key. A value that is not understood is empty. */
export type ListQuery = Record<Key, string> & { after: DeskCursor | undefined };

function day(typed: string): string {
  const text = dateText(typed);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
}
const oneOf = (words: readonly string[], text: string) => (words.includes(text) ? text : '');

export function readListQuery(query: Record<string, string | string[] | undefined>): ListQuery {
  const text = (key: Key, max: number) => firstCharacters(cleanLine(single(query[key])), max);
  const [, at, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(single(query.after)) ?? [];
  return {
    state: oneOf(DESK_STATES, single(query.state)) || 'all',
    q: text('q', 200),
    section: text('section', 80),
    author: text('author', 80),
    tag: text('tag', 60),
    edition: oneOf(LOCALES, single(query.edition)),
    kind: oneOf(['article', 'live'], single(query.kind)),
    from: day(single(query.from)),
    to: day(single(query.to)),
    mine: single(query.mine) === '1' ? '1' : '',
    after: id ? { updatedAt: new Date(Number(at)), id } : undefined,
  };
}

/** The address of the list with some keys changed. It starts at the first row unless `after` is given. */
export function listHref(query: ListQuery, change: Partial<Record<Key | 'after', string>> = {}): string {
  const { after: _, ...kept } = query;
  return withQuery(PATH, {
    ...kept,
    state: query.state === 'all' ? '' : query.state,
    ...change,
    ...(change.state === 'all' && { state: '' }),
  });
}

export const toCursor = ({ updatedAt, id }: DeskCursor): string => `${updatedAt.getTime()}.${id}`;

/** Whether a filter other than the state narrows the list. */
export const isNarrowed = (query: ListQuery): boolean =>
  KEYS.some((key) => key !== 'state' && query[key] !== '');

export async function toFilter(query: ListQuery, timeZone: string): Promise<DeskFilter> {
  const [section, author, tag] = await Promise.all([
    query.section ? getSection(query.section) : undefined,
    query.author ? getAuthor(query.author) : undefined,
    query.tag ? getTag(tagSlug(query.tag)) : undefined,
  ]);
  const nextDay = (text: string) => new Date(Date.parse(text) + DAY).toISOString().slice(0, 10);
  return {
    state: DESK_STATES.find((state) => state === query.state) ?? 'all',
    ...(query.q && { text: query.q }),
    ...(query.section && { sectionId: section?.id ?? NOWHERE }),
    ...(query.author && { authorId: author?.id ?? NOWHERE }),
    ...(query.tag && { tagId: tag?.id ?? NOWHERE }),
    ...(query.edition && { locale: query.edition as Locale }),
    ...(query.kind && { kind: query.kind as 'article' | 'live' }),
    ...(query.from && { from: startOfLocalDay(query.from, timeZone) }),
    ...(query.to && { to: startOfLocalDay(nextDay(query.to), timeZone) }),
    ...(query.mine && { isMine: true }),
  };
}
