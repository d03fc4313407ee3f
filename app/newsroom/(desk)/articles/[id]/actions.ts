'use server';

import { revalidatePath } from 'next/cache';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { saveDraft } from '#db/articles/drafts.ts';
import { saveRevision } from '#db/articles/revisions.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { firstCharacters } from '#lib/arabic/count-characters.ts';
import { fromLocalDateTime } from '#lib/arabic/local-time.ts';
import { type ArticleContent, articleContentSchema, NOTE_MAX } from '#lib/articles/content.ts';
import { splitTags } from '#lib/articles/split-tags.ts';
import { answerWith } from '#app/newsroom/_session.ts';
import { deskPath, openArticleForAction } from './_article.ts';
import { contentFaults } from './_faults.ts';

const LINES = [
  'label',
  'headline',
  'standfirst',
  'source',
  'city',
  'sectionId',
  'slug',
  'seoTitle',
  'seoDescription',
  'canonicalUrl',
  'commentsQuestion',
  'locale',
  'kind',
  'priority',
] as const;

/** The fields as an HTML form without scripts sends them. The body is not among them and stays. */
function contentOf(form: FormData, before: ArticleContent, timeZone: string): unknown {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const moment = (name: string) => fromLocalDateTime(text(name), timeZone)?.toISOString() ?? null;
  return {
    ...before,
    ...Object.fromEntries(LINES.map((name) => [name, text(name)])),
    headline: text('headline').replace(/\s+/g, ' '),
    authorIds: form.getAll('authorIds').map(String),
    tags: splitTags(text('tags')),
    lead: {
      mediaId: text('lead.mediaId') || null,
      caption: text('lead.caption'),
      credit: text('lead.credit'),
      alt: text('lead.alt'),
      decorative: form.has('lead.decorative'),
    },
    socialMediaId: text('socialMediaId') || null,
    commentsOpen: form.has('commentsOpen'),
    commentsCloseAt: moment('commentsCloseAt'),
    breakingUntil: moment('breakingUntil'),
  };
}

/** Saves all fields except the body, from a page without scripts. Also keeps a revision. */
export async function saveFields(number: number, _: FormState, form: FormData): Promise<FormState> {
  const { article, draft, staff } = await openArticleForAction(number);
  const [t, { timeZone }] = await Promise.all([
    getTranslations('newsroom.writing'),
    getDateSettings(await getLocale()),
  ]);
  const typed = contentOf(form, draft.content, timeZone);
  const notes = firstCharacters(String(form.get('notes') ?? '').trim(), 2000);
  const values = { content: JSON.stringify(typed), notes };
  const parsed = articleContentSchema.safeParse(typed);
  const version = z.coerce.number().int().positive().safeParse(form.get('version'));
  if (!parsed.success || !version.success) {
    answerWith(422);
    return {
      values,
      faults: parsed.success
        ? { form: t('faults.form') }
        : { form: t('faults.form'), ...(await contentFaults(parsed.error)) },
    };
  }
  const now = new Date();
  const saved = await saveDraft(
    { articleId: article.id, content: parsed.data, version: version.data, notes },
    staff.person,
    now,
  );
  if ('fault' in saved) {
    answerWith(saved.fault === 'gone' ? 410 : 409);
    if (saved.fault === 'gone') return { values, faults: { form: t('faults.gone') } };
    // Sent once more, the form overwrites the other person's text, which this revision preserves.
    const name = saved.by?.name ?? '';
    await saveRevision(article.id, 'save', t('overNote', { name }), staff.person, now);
    return { values, faults: { form: t('faults.conflict', { name }) } };
  }
  await saveRevision(
    article.id,
    'save',
    firstCharacters(String(form.get('note') ?? '').trim(), NOTE_MAX),
    staff.person,
    now,
  );
  revalidatePath(deskPath(number));
  return { notice: t('savedFields') };
}
