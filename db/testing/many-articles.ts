import { sql } from 'drizzle-orm';
import { db } from '#db/engine/client.ts';

/** How many hours the first copy is older than the article; the most copies that there can be. */
const OLDEST = 20_000;

/**
 * Adds copies of an article by plain SQL, with its tags, bylines, notes and comments, each an hour after the
 * one before. A second call continues `from` the number of the first. For tests of what an archive costs; a
 * test that checks what is shown uses `publish`.
 */
export async function addManyArticles(articleId: string, count: number, from = 0): Promise<void> {
  const run = (text: string) =>
    db().run(
      sql`with recursive n(n) as (select ${from + 1} union all select n + 1 from n where n < ${from + count}) ${sql.raw(text.replaceAll(':id', `'${articleId}'`))}`,
    );
  const columns = async (table: string) =>
    (await db().values<[string]>(sql`select name from pragma_table_info(${table})`)).map(([name]) => name);
  const copy = async (table: string, values: Record<string, string>, where: string) => {
    const names = await columns(table);
    await run(`insert into ${table} (${names.join(', ')})
      select ${names.map((name) => values[name] ?? `${table}.${name}`).join(', ')} from n cross join ${table} where ${where}`);
  };
  const [[last] = [0]] = await db().values<[number]>(sql`select max(number) from articles`);
  const id = "'many-' || :id || '-' || n";
  const at = (column: string) => `${column} - (${OLDEST} - n) * 3600000`;
  await copy(
    'articles',
    {
      id,
      number: `${last} + n - ${from}`,
      slug: "slug || '-' || n",
      published_at: at('published_at'),
      breaking_until: 'null',
    },
    'id = :id',
  );
  for (const table of ['article_tags', 'article_authors'])
    await copy(table, { article_id: id }, 'article_id = :id');
  await copy(
    'corrections',
    { id: "id || '-' || n", article_id: id, published_at: at('published_at') },
    'article_id = :id',
  );
  await copy(
    'comments',
    {
      id: "comments.id || '-' || n",
      article_id: id,
      thread_id: "thread_id || '-' || n",
      parent_id: "case when parent_id is null then null else parent_id || '-' || n end",
      created_at: at('created_at'),
    },
    'article_id = :id order by depth',
  );
}
