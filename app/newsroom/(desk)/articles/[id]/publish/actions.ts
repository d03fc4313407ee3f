'use server';

import { revalidatePath } from 'next/cache';
import { forbidden, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import {
  cancelSchedule,
  retractArticle,
  trashArticle,
  unpublishArticle,
  untrashArticle,
} from '#db/articles/acts.ts';
import { correctArticle, publishAgain, publishCorrected, type NoticeFate } from '#db/articles/corrections.ts';
import { returnToAuthor, sendToDesk } from '#db/articles/drafts.ts';
import { eraseArticle } from '#db/articles/erase.ts';
import { sentId } from '#db/engine/ids.ts';
import { endPreviewLinks } from '#db/articles/preview.ts';
import { publishDraft } from '#db/articles/publish-draft.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { can } from '#lib/people/can.ts';
import { fromLocalDateTime } from '#lib/arabic/local-time.ts';
import { latinDigits } from '#lib/arabic/read-number.ts';
import { tellSent } from '#app/newsroom/_form.ts';
import { answerWith, requireStaffAction } from '#app/newsroom/_session.ts';
import { deskPath, openArticleForAction } from '../_article.ts';
import { noteFault, noteText } from './_note-text.ts';

const KINDS = ['none', 'correction', 'clarification', 'update'] as const;

function done(number: number, what: string): never {
  revalidatePath('/newsroom', 'layout');
  redirect(deskPath(number, `/publish?done=${what}`));
}

type Fault = { fault: string; by?: { name: string } | null };

/** A fault as a message, on the page in its current state. */
async function refuse({ fault, by }: Fault, values: Record<string, string> = {}): Promise<FormState> {
  const t = await getTranslations('newsroom.writing.publishing.faults');
  const known = (['conflict', 'checks', 'state', 'gone'] as const).find((each) => each === fault) ?? 'state';
  answerWith(known === 'checks' ? 422 : known === 'gone' ? 410 : 409);
  revalidatePath('/newsroom', 'layout');
  return { values, faults: { form: t(known, { name: by?.name ?? '' }) } };
}

async function faultAt(
  field: string,
  key: 'timeMissing' | 'timePast' | 'textMissing' | 'textTooLong' | 'reasonMissing' | 'typed' | 'fateMissing',
  values: Record<string, string>,
): Promise<FormState> {
  const t = await getTranslations('newsroom.writing.publishing.faults');
  answerWith(422);
  return { values, faults: { [field]: t(key) } };
}

const valuesOf = (form: FormData) =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && !name.startsWith('$') ? [[name, value]] : [],
    ),
  );
const versionIn = (form: FormData): number =>
  z.coerce.number().int().positive().catch(0).parse(form.get('version'));

/**
 * What the editor chose for the retraction notice of an article that is published again; null for no choice.
 */
function noticeIn(form: FormData): NoticeFate | null {
  const fate = z.enum(['keep', 'remove', 'replace']).safeParse(form.get('fate'));
  if (!fate.success) return null;
  return fate.data === 'replace' ? { fate: fate.data, text: noteText(form) } : { fate: fate.data };
}

/**
 * Checks the person before it reads the article: without the right to publish, every number gets the same
 * response.
 */
async function openToPublish(number: number) {
  await requireStaffAction('publish', '/newsroom/articles');
  return openArticleForAction(number, '/publish');
}

export async function publishNow(number: number, _: FormState, form: FormData): Promise<FormState> {
  const { article, staff } = await openToPublish(number);
  const publishing = { articleId: article.id, version: versionIn(form) };
  const values = valuesOf(form);
  const notice = article.status === 'retracted' ? noticeIn(form) : undefined;
  if (notice === null) return faultAt('fate', 'fateMissing', values);
  const wrong = notice?.fate === 'replace' ? noteFault(notice.text, 'textMissing') : undefined;
  if (wrong) return faultAt('text', wrong, values);
  const result = notice
    ? await publishAgain({ ...publishing, notice }, staff.person, new Date())
    : await publishDraft(publishing, staff.person, new Date());
  if ('fault' in result) return refuse(result, values);
  return done(number, 'published');
}

/**
 * Publishes at a time of the newsroom's clock: a first publication, or the new text of a published article.
 */
export async function schedule(number: number, _: FormState, form: FormData): Promise<FormState> {
  const { article, staff } = await openToPublish(number);
  const values = valuesOf(form);
  const { timeZone } = await getDateSettings(await getLocale());
  const at = fromLocalDateTime(String(form.get('at') ?? ''), timeZone);
  const now = new Date();
  if (!at) return faultAt('at', 'timeMissing', values);
  if (at <= now) return faultAt('at', 'timePast', values);
  const result = await publishDraft(
    { articleId: article.id, version: versionIn(form), at },
    staff.person,
    now,
  );
  if ('fault' in result) return refuse(result, values);
  return done(number, result.scheduledAt ? 'revisionScheduled' : 'scheduled');
}

/**
 * Publishes the new text of a published article, with a dated note if something was wrong; or the note alone.
 */
export async function update(number: number, _: FormState, form: FormData): Promise<FormState> {
  const { article, draft, staff } = await openToPublish(number);
  const values = valuesOf(form);
  const kind = z.enum(KINDS).catch('none').parse(form.get('kind'));
  const text = noteText(form);
  const wrong = kind === 'none' ? undefined : noteFault(text, 'textMissing');
  if (wrong) return faultAt('text', wrong, values);
  if (kind === 'none' && text) return faultAt('kind', 'textMissing', values);
  if (kind === 'none' && !draft.isAhead) return refuse({ fault: 'state' }, values);
  const [articleId, version, now, id] = [
    article.id,
    versionIn(form),
    new Date(),
    sentId(form.get('sending'), staff.person.id),
  ];
  const result =
    kind === 'none'
      ? await publishDraft({ articleId, version }, staff.person, now)
      : draft.isAhead
        ? await publishCorrected({ articleId, id, version, kind, text }, staff.person, now)
        : await correctArticle({ articleId, id, kind, text }, staff.person, now);
  if ('fault' in result) return refuse(result, values);
  await tellSent(form);
  return done(number, kind === 'none' ? 'updated' : draft.isAhead ? 'updatedCorrected' : 'corrected');
}

export async function cancel(number: number): Promise<FormState> {
  const { article, staff } = await openToPublish(number);
  const result = await cancelSchedule({ articleId: article.id }, staff.person, new Date());
  return 'fault' in result ? refuse(result) : done(number, 'cancelled');
}

export async function unpublish(number: number): Promise<FormState> {
  const { article, staff } = await openToPublish(number);
  const result = await unpublishArticle({ articleId: article.id }, staff.person, new Date());
  return 'fault' in result ? refuse(result) : done(number, 'unpublished');
}

export async function retract(number: number, _: FormState, form: FormData): Promise<FormState> {
  const { article, staff } = await openToPublish(number);
  const text = noteText(form);
  const wrong = noteFault(text, 'textMissing');
  if (wrong) return faultAt('text', wrong, valuesOf(form));
  const result = await retractArticle({ articleId: article.id, text }, staff.person, new Date());
  if ('fault' in result) return refuse(result, valuesOf(form));
  await tellSent(form);
  return done(number, 'retracted');
}

export async function trash(number: number): Promise<FormState> {
  const { article, staff } = await openArticleForAction(number, '/publish');
  if (article.publishedAt && !can(staff.person, 'publish')) forbidden();
  const result = await trashArticle({ articleId: article.id }, staff.person, new Date());
  return 'fault' in result ? refuse(result) : done(number, 'trashed');
}

export async function untrash(number: number): Promise<FormState> {
  const { article, staff } = await openArticleForAction(number, '/publish');
  const result = await untrashArticle({ articleId: article.id }, staff.person, new Date());
  return 'fault' in result ? refuse(result) : done(number, 'untrashed');
}

/** Deletes an article permanently. The person types its number to confirm. */
export async function erase(number: number, _: FormState, form: FormData): Promise<FormState> {
  await requireStaffAction('eraseArticles', '/newsroom/articles');
  const { article, staff } = await openArticleForAction(number, '/publish');
  const values = valuesOf(form);
  const typed = latinDigits(String(form.get('typed') ?? '')).trim();
  const result = await eraseArticle(
    { articleId: article.id, articleVersion: versionIn(form), typed },
    staff.person,
    new Date(),
  );
  if (!('fault' in result)) {
    revalidatePath('/newsroom', 'layout');
    redirect('/newsroom/articles?state=trash&done=erased');
  }
  return result.fault === 'typed' ? faultAt('typed', 'typed', values) : refuse(result, values);
}

export async function send(number: number): Promise<FormState> {
  const { article, staff } = await openArticleForAction(number, '/publish');
  const result = await sendToDesk(article.id, staff.person, new Date());
  return 'fault' in result ? refuse(result) : done(number, 'sent');
}

export async function giveBack(number: number, _: FormState, form: FormData): Promise<FormState> {
  const { article, staff } = await openToPublish(number);
  const reason = noteText(form);
  const wrong = noteFault(reason, 'reasonMissing');
  if (wrong) return faultAt('text', wrong, valuesOf(form));
  const result = await returnToAuthor({ articleId: article.id, reason }, staff.person, new Date());
  if (result.fault) return refuse({ fault: result.fault }, valuesOf(form));
  await tellSent(form);
  return done(number, 'returned');
}

export async function endPreviews(number: number): Promise<FormState> {
  const { article, staff } = await openArticleForAction(number, '/publish');
  const result = await endPreviewLinks(article.id, staff.person, new Date());
  return result.fault ? refuse({ fault: result.fault }) : done(number, 'previewsEnded');
}
