import { getTranslations } from 'next-intl/server';
import type { z } from 'zod';

type Issue = z.ZodError['issues'][number];

function wordOf(field: string, { code, path }: Issue) {
  if (field === 'body') return code === 'too_big' && path.at(-2) === 'body' ? 'bodyLong' : 'body';
  return field === 'canonicalUrl' ? field : 'field';
}

/** The schema's issues as messages, by the name of the field. */
export async function contentFaults({ issues }: z.ZodError): Promise<Record<string, string>> {
  const t = await getTranslations('newsroom.writing.faults');
  return Object.fromEntries(
    issues.map((issue) => {
      const [field = 'form'] = issue.path[0] === 'content' ? issue.path.slice(1) : issue.path;
      return [field, t(wordOf(String(field), issue))];
    }),
  );
}
