'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import {
  getPageDesk,
  publishPage,
  restorePageRevision,
  savePageDraft,
  startPage,
} from '#db/paper/page-drafts.ts';
import { endPagePreviewLinks } from '#db/paper/page-preview.ts';
import { newPageSchema, pageKeySchema, pageTitleSchema, removePage } from '#db/paper/pages.ts';
import { readBodyField, saysNothing } from '#lib/body/read-field.ts';
import { isLocale } from '#lib/locales.ts';
import { readForm, refuse, refuseStale, tellSent } from '../../_form.ts';
import { requireStaffAction } from '../../_session.ts';

const PATH = '/newsroom/pages';
const written = pageKeySchema.extend({
  title: pageTitleSchema,
  stamp: z.coerce.number().int().min(0),
  /** In notation, from a browser without scripts. */
  text: z.string().max(100_000).optional(),
  doc: z
    .string()
    .max(1024 * 1024)
    .optional(),
  act: z.enum(['publish', 'keep']).catch('keep'),
});

const nameFaults = (wrong: string[], t: (key: 'faults.slug') => string) =>
  Object.fromEntries(
    wrong.map((name) => [
      name === 'doc' ? 'text' : name,
      t(`faults.${name === 'doc' ? 'text' : name === 'stamp' ? 'form' : name}` as 'faults.slug'),
    ]),
  );

/** Creates a page. Its text is written on its own page, and readers do not see it before it is published. */
export async function startPageAction(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('curate', PATH);
  const t = await getTranslations('newsroom.pages');
  const read = readForm(newPageSchema, form);
  if ('wrong' in read) return refuse(read.values, nameFaults(read.wrong, t));
  const { title, ...key } = read.data;
  const { fault } = await startPage(key, title, person);
  if (fault) return refuse(read.values, { slug: t(`faults.${fault}`) });
  await tellSent(form);
  redirect(`${PATH}/${key.locale}/${key.slug}`);
}

/** Keeps a version of the working copy, or publishes it. */
export async function writePageAction(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('curate', PATH);
  const t = await getTranslations('newsroom.pages');
  const read = readForm(written, form);
  if ('wrong' in read) {
    const isEmpty =
      ![read.values.text, read.values.doc].some((each) => each?.trim()) && read.values.act === 'publish';
    return refuse(read.values, { ...nameFaults(read.wrong, t), ...(isEmpty && { text: t('faults.text') }) });
  }
  const { locale, slug, title, stamp, act, doc, text } = read.data;
  const key = { locale, slug };
  const desk = await getPageDesk(key);
  if (!desk) return refuse(read.values, { form: t('faults.gone') });
  const body = readBodyField({ doc, text }, desk.body.content) ?? (doc === '' ? desk.body : undefined);
  if (!body || (act === 'publish' && saysNothing(body)))
    return refuse(read.values, { text: t('faults.text') });
  const saved =
    act === 'publish'
      ? await publishPage(key, { title, body }, stamp, person)
      : await savePageDraft(key, { title, body }, { version: stamp, keep: true }, person);
  if ('version' in saved) {
    await tellSent(form);
    const path = `${PATH}/${locale}/${slug}`;
    redirect(act === 'publish' ? `${path}?done=published` : `${path}?done=kept`);
  }
  if (saved.fault === 'conflict') return refuseStale(read.values, String(saved.desk.version));
  return refuse(read.values, { form: t('faults.gone') });
}

/** Ends all preview links of a page. The page after the redirect has a new one. */
export async function endPagePreviews(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('curate', PATH);
  const key = pageKeySchema.safeParse(Object.fromEntries(form));
  const { fault } = key.success ? await endPagePreviewLinks(key.data, person) : { fault: 'gone' };
  if (fault || !key.success)
    return refuse({}, { form: (await getTranslations('newsroom.pages'))('faults.gone') });
  redirect(`${PATH}/${key.data.locale}/${key.data.slug}?done=previewsEnded`);
}

const version = pageKeySchema.extend({ number: z.coerce.number().int().min(1) });

export async function restorePageAction(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('curate', PATH);
  const read = version.safeParse(Object.fromEntries(form));
  if (!read.success) redirect(PATH);
  const { number, ...key } = read.data;
  const { fault } = await restorePageRevision(key, number, person);
  const path = `${PATH}/${key.locale}/${key.slug}`;
  redirect(fault ? `${path}/versions?fault=gone` : `${path}?done=restored`);
}

export async function removePageAction(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('curate', PATH);
  const locale = String(form.get('locale'));
  const isRemoved = isLocale(locale) && (await removePage(String(form.get('slug')), locale, person));
  redirect(isRemoved ? `${PATH}?done=removed` : `${PATH}?fault=own`);
}
