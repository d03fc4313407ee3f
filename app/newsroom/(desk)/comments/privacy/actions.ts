'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { passForExport } from '#db/privacy/export.ts';
import { eraseWriter, passFor, revealAddress } from '#db/privacy/requests.ts';
import { isolate } from '#lib/arabic/bidi.ts';
import { firstCharacters } from '#lib/arabic/count-characters.ts';
import { readMailAddress } from '#lib/mail/address.ts';
import { filledLine } from '#lib/text/text-field.ts';
import { withQuery } from '#app/newsroom/_query.ts';
import { answerWith, requireStaffAction } from '#app/newsroom/_session.ts';

const PATH = '/newsroom/comments/privacy';

/** No link contains the address itself. It contains a pass, which represents the address for half an hour. */
export async function findPerson(_: FormState, form: FormData): Promise<FormState> {
  await requireStaffAction('revealAddress', PATH);
  const email = readMailAddress(String(form.get('email') ?? ''));
  if (!email) {
    answerWith(422);
    const t = await getTranslations('newsroom.privacy');
    return { faults: { email: t('emailFault') }, values: { email: String(form.get('email') ?? '') } };
  }
  redirect(withQuery(PATH, { person: passFor(email) }));
}

/** Does not log the export yet. It is logged when the form with the pass fetches the file. */
export async function askForExport(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('revealAddress', PATH);
  const reason = filledLine(200).safeParse(form.get('reason'));
  if (!reason.success) {
    answerWith(422);
    return {
      faults: { reason: (await getTranslations('newsroom.privacy'))('allReasonFault') },
      values: { reason: String(form.get('reason') ?? '') },
    };
  }
  redirect(`${withQuery(PATH, { export: passForExport(reason.data, person) })}#export`);
}

const erasure = z.object({ person: z.string().max(400), words: z.enum(['keep', 'remove']) });

export async function erase(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('revealAddress', PATH);
  const parsed = erasure.safeParse(Object.fromEntries(form));
  const erased = parsed.success
    ? await eraseWriter(parsed.data.person, parsed.data.words, person)
    : undefined;
  redirect(withQuery(PATH, erased === undefined ? { fault: 'pass' } : { erased }));
}

export async function reveal(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('revealAddress', PATH);
  const t = await getTranslations('newsroom.privacy');
  const reason = firstCharacters(String(form.get('reason') ?? '').trim(), 200);
  if (!reason) {
    answerWith(422);
    return { faults: { reason: t('reasonFault') } };
  }
  const id = z.uuid().safeParse(form.get('id'));
  const address = id.success ? await revealAddress(id.data, reason, person) : undefined;
  return address
    ? { notice: t('revealed', { address: isolate(address) }) }
    : { faults: { form: t('noAddress') }, values: { reason } };
}
