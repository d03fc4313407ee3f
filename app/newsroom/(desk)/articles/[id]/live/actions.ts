'use server';

import { revalidatePath } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { isLongerThan } from '#lib/arabic/count-characters.ts';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { sentId } from '#db/engine/ids.ts';
import {
  addLiveEntry,
  changeLiveEntry,
  endCoverage,
  pinLiveEntry,
  removeLiveEntry,
  reopenCoverage,
  unpinLiveEntry,
  type EntryFault,
} from '#db/live/desk.ts';
import { getCoverage, getEntry } from '#db/live/entries.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { cleanField, cleanProse } from '#lib/arabic/clean-field.ts';
import { fromLocalDateTime, localDateTime } from '#lib/arabic/local-time.ts';
import type { Doc } from '#lib/body/doc.ts';
import { docText } from '#lib/body/doc-text.ts';
import { parseEmbed } from '#lib/body/embed-url.ts';
import { readBodyField } from '#lib/body/read-field.ts';
import { bodyHtml } from '#lib/body/to-html.ts';
import { typedAddress } from '#lib/body/web-address.ts';
import { joinEntry } from '#lib/articles/entry-form.ts';
import { ENTRY_BODY_MAX, ENTRY_HEADLINE_MAX } from '#lib/articles/live-entry.ts';
import { getBodyContext } from '#app/[locale]/body-context.ts';
import { tellSent } from '#app/newsroom/_form.ts';
import { withQuery } from '#app/newsroom/_query.ts';
import { answerWith, requireStaffAction } from '#app/newsroom/_session.ts';
import { deskPath } from '../_article.ts';
import { DEFAULT_LOCALE } from '#lib/locales.ts';

const MOST = {
  headline: ENTRY_HEADLINE_MAX,
  body: ENTRY_BODY_MAX,
  caption: 600,
  credit: 200,
  alt: 600,
  embedTitle: 300,
} as const;
const numbered = z.coerce.number().int().min(1).max(999_999_999);
const line = z.string().default('').transform(cleanField);
const prose = z.string().default('').transform(cleanProse);

const entry = z.object({
  number: numbered,
  entryId: z.string().max(64).optional(),
  seenAt: z.coerce.number().optional(),
  act: z.enum(['send', 'preview']).catch('send'),
  headline: line,
  body: prose,
  at: z.string(),
  isKey: z.literal('1').optional(),
  isPinned: z.literal('1').optional(),
  mediaId: z.string().max(64).default(''),
  caption: prose,
  credit: line,
  alt: prose,
  decorative: z.literal('1').optional(),
  embed: line,
  embedTitle: line,
  /** What the editor wrote; replaces text, picture and embed. */
  doc: z.string().max(2_000_000).optional(),
});

const FAULT_FIELD: Record<EntryFault['fault'], string> = {
  future: 'at',
  empty: 'body',
  gone: 'form',
  conflict: 'form',
  pictureMissing: 'mediaId',
  alt: 'alt',
  credit: 'credit',
};

/** The address of the form's coverage. A form without a valid number leads to the list of articles. */
const pathOf = (form: FormData) => {
  const number = numbered.safeParse(form.get('number'));
  return number.success ? deskPath(number.data, '/live') : '/newsroom/articles';
};

/** Writes an entry, changes one, or only previews it. */
export async function writeEntry(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('publish', pathOf(form));
  const [t, { timeZone }] = await Promise.all([
    getTranslations('newsroom.live'),
    getDateSettings(DEFAULT_LOCALE),
  ]);
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const refuse = (faults: Record<string, string>): FormState => {
    answerWith(422);
    return { values, faults };
  };
  const parsed = entry.safeParse(Object.fromEntries(form));
  const coverage = parsed.success ? await getCoverage(parsed.data.number) : undefined;
  if (!parsed.success || !coverage) return refuse({ form: t('faults.gone') });
  const { data } = parsed;
  const { entryId, headline } = data;
  const stored = entryId ? await getEntry(coverage.id, entryId) : undefined;
  if (entryId && !stored) return refuse({ form: t('faults.gone') });
  const now = new Date();
  // The field holds minutes only. An unchanged time keeps its seconds, and so the entry keeps its position
  // within that minute.
  const isSameMinute = stored && data.at === localDateTime(stored.at, timeZone);
  const at = isSameMinute ? stored.at : data.at ? fromLocalDateTime(data.at, timeZone) : now;
  const embed = parseEmbed(typedAddress(data.embed) ?? '');
  const picture = data.mediaId
    ? {
        mediaId: data.mediaId,
        caption: data.caption,
        credit: data.credit,
        alt: data.alt,
        decorative: data.decorative === '1',
      }
    : undefined;
  const written = data.doc ? readBodyField({ doc: data.doc }) : undefined;
  const typed = { ...data, ...(written && { body: docText(written) }) };
  const tooLong = (Object.keys(MOST) as (keyof typeof MOST)[]).filter((name) =>
    isLongerThan(typed[name], MOST[name]),
  );
  const plain = () =>
    joinEntry(
      { text: data.body, picture, embed: embed && { ...embed, title: data.embedTitle } },
      stored?.body.content,
    );
  const body = data.doc ? written : plain();
  if (!at || !body || tooLong.length > 0 || (data.embed && !embed)) {
    return refuse({
      ...(!at && { at: t('faults.at') }),
      ...(!body && { body: t(data.doc ? 'faults.doc' : 'faults.link') }),
      ...(data.embed && !embed && { embed: t('faults.embed') }),
      ...Object.fromEntries(
        tooLong.map((name) => [
          name,
          t(`faults.${name === 'body' || name === 'headline' ? name : 'words'}Long`, { n: MOST[name] }),
        ]),
      ),
    });
  }
  if (data.act === 'preview') {
    const title: Doc = {
      type: 'doc',
      v: 2,
      content: [{ type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: headline }] }],
    };
    const context = await getBodyContext([body], coverage.locale, now);
    return {
      values,
      preview: [...(headline ? [title] : []), body].map((doc) => bodyHtml(doc, context, '')).join(''),
    };
  }
  const said = {
    articleId: coverage.id,
    at,
    headline,
    body,
    isKey: data.isKey === '1',
    isPinned: data.isPinned === '1',
  };
  const result = entryId
    ? await changeLiveEntry({ ...said, entryId, seenAt: new Date(data.seenAt ?? 0) }, person, now)
    : await addLiveEntry({ ...said, id: sentId(form.get('sending'), person.id) }, person, now);
  if ('fault' in result) {
    const fault = t(`faults.${result.fault}`);
    return refuse({
      [FAULT_FIELD[result.fault]]: result.picture
        ? t('faults.ofPicture', { n: result.picture, fault })
        : fault,
    });
  }
  await tellSent(form);
  redirect(
    withQuery(deskPath(coverage.number, '/live'), { done: entryId ? 'changed' : 'added', entry: result.id }),
  );
}

const mark = z.object({
  number: numbered,
  entryId: z.string().max(64).default(''),
  act: z.enum(['remove', 'pin', 'unpin', 'end', 'reopen']),
});

/** Everything that one press does to an entry or to the whole coverage. */
export async function markEntry(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('publish', pathOf(form));
  const parsed = mark.safeParse(Object.fromEntries(form));
  const coverage = parsed.success ? await getCoverage(parsed.data.number) : undefined;
  if (!parsed.success || !coverage) notFound();
  const { act, entryId } = parsed.data;
  const which = { articleId: coverage.id, entryId };
  const commands = {
    remove: () => removeLiveEntry(which, person),
    pin: () => pinLiveEntry(which, person),
    unpin: () => unpinLiveEntry(which, person),
    end: () => endCoverage(coverage.id, person),
    reopen: () => reopenCoverage(coverage.id, person),
  };
  const result = await commands[act]();
  const path = deskPath(coverage.number, '/live');
  revalidatePath(path);
  redirect(withQuery(path, 'fault' in result ? { fault: result.fault } : { done: act, entry: entryId }));
}
