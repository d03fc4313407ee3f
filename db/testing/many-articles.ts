import { sql } from 'drizzle-orm';
import { db } from '#db/engine/client.ts';

/**
 * Adds copies of an article by plain SQL: its tags, bylines, notes and comments too, each an hour older than
 * the last. For tests of what an archive costs; a test that checks what is shown uses `publish`.
 */
export async function addManyArticles(articleId: string, count: number): Promise<void> {
  const run = (text: string) =>
    db().run(
      sql`with recursive n(n) as (select 1 union all select n + 1 from n where n < ${count}) ${sql.raw(text.replaceAll(':id', `'${articleId}'`))}`,
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
  const at = (column: string) => `${column} - (${count} + 1 - n) * 3600000`;
  await copy(
    'articles',
    { id, number: `${last} + n`, slug: "slug || '-' || n", published_at: at('published_at') },
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
