'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { fieldAnchor } from '#components/newsroom/writing/article-field.tsx';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { beginArticle } from '#db/articles/drafts.ts';
import { sentId } from '#db/engine/ids.ts';
import { listSections } from '#db/paper/sections.ts';
import { HEADLINE_MAX } from '#lib/articles/content.ts';
import { LOCALES } from '#lib/locales.ts';
import { filledLine } from '#lib/text/text-field.ts';
import { tellSent } from '#app/newsroom/_form.ts';
import { answerWith, requireStaffAction } from '#app/newsroom/_session.ts';

const schema = z.object({
  headline: filledLine(HEADLINE_MAX),
  sectionId: z.uuid(),
  locale: z.enum(LOCALES),
  kind: z.enum(['article', 'live']),
});

export async function begin(_state: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('write', '/newsroom/articles/new');
  const values = Object.fromEntries(
    ['headline', 'sectionId', 'locale', 'kind'].map((name) => [name, String(form.get(name) ?? '')]),
  );
  const parsed = schema.safeParse(values);
  const isKnown = parsed.success && (await listSections()).some(({ id }) => id === parsed.data.sectionId);
  if (!parsed.success || !isKnown) {
    const t = await getTranslations('newsroom.articles.begin');
    const wrong = parsed.success ? ['sectionId'] : parsed.error.issues.map(({ path }) => String(path[0]));
    const faults = {
      headline: t('headlineFault'),
      sectionId: t('sectionFault'),
      locale: t('choiceFault'),
      kind: t('choiceFault'),
    };
    answerWith(422);
    return {
      faults: Object.fromEntries(Object.entries(faults).filter(([name]) => wrong.includes(name))),
      values,
    };
  }
  const { number } = await beginArticle(
    { ...parsed.data, id: sentId(form.get('sending'), person.id) },
    person,
    new Date(),
  );
  await tellSent(form);
  // Opens the new article at its body: the fields of this page are already filled in.
  redirect(`/newsroom/articles/${number}#${fieldAnchor('body')}`);
}
