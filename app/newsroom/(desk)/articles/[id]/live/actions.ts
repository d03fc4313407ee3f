'use server';

import { revalidatePath } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { FormState } from '#components/newsroom/form-state.ts';
import { addLiveEntry, changeLiveEntry, endCoverage, pinLiveEntry, removeLiveEntry, reopenCoverage, unpinLiveEntry, type EntryFault } from '#db/live-desk.ts';
import { getCoverage } from '#db/live-entries.ts';
import { getDateSettings } from '#db/settings.ts';
import { cleanMultiline } from '#lib/arabic/bidi.ts';
import { fromLocalDateTime } from '#lib/arabic/local-time.ts';
import { EMPTY_DOC, type Doc } from '#lib/body/doc.ts';
import { docFromLines } from '#lib/body/from-lines.ts';
import { bodyHtml } from '#lib/body/to-html.ts';
import { env } from '#lib/env.ts';
import { ENTRY_BODY_MAX, ENTRY_HEADLINE_MAX } from '#lib/live-entry.ts';
import { getBodyContext } from '../../../../../[locale]/body-context.ts';
import { withQuery } from '../../../../_query.ts';
import { answerWith, requireStaffAction } from '../../../../_session.ts';

const pathOf = (articleId: string) => `/newsroom/articles/${articleId}/live`;

const entry = z.object({
  articleId: z.string().max(64),
  entryId: z.string().max(64).optional(),
  seenAt: z.coerce.number().optional(),
  act: z.enum(['send', 'preview']).catch('send'),
  headline: z.string().transform((text) => cleanMultiline(text).replace(/\s+/g, ' ').trim()),
  body: z.string().transform(cleanMultiline),
  at: z.string(),
  isKey: z.literal('1').optional(),
  isPinned: z.literal('1').optional(),
});

/** Lines as a body; a link in them that is none makes it undefined. */
function toDoc(text: string): Doc | undefined {
  const lines = text.split('\n').filter((line) => line.trim());
  try {
    return lines.length === 0 ? EMPTY_DOC : docFromLines(lines);
  } catch {
    return undefined;
  }
}

const FAULT_FIELD: Record<EntryFault['fault'], string> = { future: 'at', empty: 'body', gone: 'form', conflict: 'form' };

/** Writes an entry or changes one; or only shows how it would look. */
export async function writeEntry(_: FormState, form: FormData): Promise<FormState> {
  const articleId = String(form.get('articleId') ?? '');
  const { person } = await requireStaffAction('publish', pathOf(articleId));
  const [t, { timeZone }] = await Promise.all([getTranslations('newsroom.live'), getDateSettings('ar')]);
  const values = { isKey: '', isPinned: '', ...Object.fromEntries([...form].map(([name, value]) => [name, String(value)])) };
  const refuse = (faults: Record<string, string>): FormState => {
    answerWith(422);
    return { values, faults };
  };
  const parsed = entry.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refuse({ form: t('faults.gone') });
  const { entryId, seenAt, act, headline, body: text, isKey, isPinned } = parsed.data;
  const now = new Date();
  const at = parsed.data.at ? fromLocalDateTime(parsed.data.at, timeZone) : now;
  const body = text.length > ENTRY_BODY_MAX ? undefined : toDoc(text);
  if (!at || !body || headline.length > ENTRY_HEADLINE_MAX) {
    return refuse({
      ...(!at && { at: t('faults.at') }), ...(!body && { body: t(text.length > ENTRY_BODY_MAX ? 'faults.long' : 'faults.link') }),
      ...(headline.length > ENTRY_HEADLINE_MAX && { headline: t('faults.headline') }),
    });
  }
  if (act === 'preview') {
    const coverage = await getCoverage(articleId);
    if (!coverage) return refuse({ form: t('faults.gone') });
    const title: Doc = { type: 'doc', v: 2, content: [{ type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: headline }] }] };
    const context = await getBodyContext([body], coverage.locale, now);
    return { values, preview: [...(headline ? [title] : []), body].map((doc) => bodyHtml(doc, context, env.siteUrl)).join('') };
  }
  const said = { articleId, at, headline, body, isKey: Boolean(isKey), isPinned: Boolean(isPinned) };
  const result = entryId ? await changeLiveEntry({ ...said, entryId, seenAt: new Date(seenAt ?? 0) }, person, now) : await addLiveEntry(said, person, now);
  if ('fault' in result) return refuse({ [FAULT_FIELD[result.fault]]: t(`faults.${result.fault}`) });
  redirect(`${withQuery(pathOf(articleId), { done: entryId ? 'changed' : 'added', entry: result.id })}`);
}

const mark = z.object({ articleId: z.string().max(64), entryId: z.string().max(64).default(''), act: z.enum(['remove', 'pin', 'unpin', 'end', 'reopen']) });

/** All that is done to an entry, or to the whole, by one press. */
export async function markEntry(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('publish', pathOf(String(form.get('articleId') ?? '')));
  const parsed = mark.safeParse(Object.fromEntries(form));
  if (!parsed.success) notFound();
  const { act, ...which } = parsed.data;
  const commands = {
    remove: () => removeLiveEntry(which, person), pin: () => pinLiveEntry(which, person), unpin: () => unpinLiveEntry(which, person),
    end: () => endCoverage(which.articleId, person), reopen: () => reopenCoverage(which.articleId, person),
  };
  const result = await commands[act]();
  revalidatePath(pathOf(which.articleId));
  redirect(withQuery(pathOf(which.articleId), 'fault' in result ? { fault: result.fault } : { done: act, entry: which.entryId }));
}
