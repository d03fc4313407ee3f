'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { restoreRevision } from '#db/articles/revisions.ts';
import { deskPath, openArticleForAction } from '../_article.ts';

const asked = z.object({ revision: z.uuid(), version: z.coerce.number().int().positive() });

/** An old text becomes the working copy. Readers do not see it until it is published. */
export async function restore(number: number, form: FormData): Promise<void> {
  const { article, staff } = await openArticleForAction(number, '/revisions');
  const parsed = asked.safeParse(Object.fromEntries(form));
  const result = parsed.success
    ? await restoreRevision(
        { articleId: article.id, revisionId: parsed.data.revision, version: parsed.data.version },
        staff.person,
        new Date(),
      )
    : { fault: 'gone' as const };
  revalidatePath(deskPath(number), 'layout');
  redirect(deskPath(number, `/revisions?${'fault' in result ? `fault=${result.fault}` : 'done=restored'}`));
}
