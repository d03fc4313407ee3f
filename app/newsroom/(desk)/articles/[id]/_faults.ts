import { getTranslations } from 'next-intl/server';
import type { z } from 'zod';

/** What the schema found, as sentences under the names of fields. */
export async function contentFaults({ issues }: z.ZodError): Promise<Record<string, string>> {
  const t = await getTranslations('newsroom.writing.faults');
  const fields = issues.map(({ path }) => String((path[0] === 'content' ? path.slice(1) : path)[0] ?? 'form'));
  return Object.fromEntries(fields.map((field) => [field, t(field === 'canonicalUrl' || field === 'body' ? field : 'field')]));
}
