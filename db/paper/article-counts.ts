import { and, eq, sql, type Column } from 'drizzle-orm';
import { db } from '#db/engine/client.ts';
import { articleCounts } from '#db/tables/tables.ts';
import type { CountedBy } from '#db/tables/library.ts';

/** The number of articles in any state that a section, tag or author has. Triggers keep it. */
export const articlesOf = (of: CountedBy, id: Column) =>
  sql<number>`coalesce((${db()
    .select({ articles: articleCounts.articles })
    .from(articleCounts)
    .where(and(eq(articleCounts.of, of), eq(articleCounts.id, id)))
    .getSQL()}), 0)`.mapWith(Number);
