import { sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { SPELLING_PAIRS } from '#lib/arabic/fold.ts';

/**
 * A column of clean text (a slug) with the spellings of each letter joined, as `joinSpellings` does. The
 * index `tags_folded` holds exactly this expression. A change of it needs a migration of that index: without
 * it, each look-up would scan the table.
 */
export function foldedColumn(column: AnyColumn): SQL<string> {
  const joined = sql<string>`replace(replace(${column}, 'ئو', 'وو'), 'ءو', 'وو')`;
  return SPELLING_PAIRS.reduce(
    (text, [from, to]) => sql<string>`replace(${text}, ${sql.raw(`'${from}'`)}, ${sql.raw(`'${to}'`)})`,
    joined,
  );
}
