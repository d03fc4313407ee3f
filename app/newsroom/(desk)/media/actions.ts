'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import {
  deleteMedia,
  focalPointSchema,
  mediaFieldsSchema,
  setFocalPoint,
  updateMedia,
} from '#db/media/media.ts';
import { withQuery } from '../../_query.ts';
import { answerWith, requireStaffAction } from '../../_session.ts';

const PATH = '/newsroom/media';

const idIn = (form: FormData): string => {
  const id = z.uuid().safeParse(form.get('id'));
  return id.success ? id.data : redirect(withQuery(PATH, { fault: 'gone' }));
};

export async function saveMedia(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('write', PATH);
  const t = await getTranslations('newsroom.media');
  const { id: _id, ...values } = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  // The form of a document has no field for a description.
  const parsed = mediaFieldsSchema.safeParse({ alt: '', ...values });
  if (!parsed.success) {
    answerWith(422);
    const wrong = new Set(
      parsed.error.issues.map(({ path }) => path[0] as keyof z.infer<typeof mediaFieldsSchema>),
    );
    return { values, faults: Object.fromEntries([...wrong].map((name) => [name, t(`item.faults.${name}`)])) };
  }
  const saved = await updateMedia(idIn(form), parsed.data, person);
  if ('fault' in saved) return { values, faults: { form: t('faults.gone') } };
  return { values: { ...values, ...parsed.data }, notice: t('item.saved') };
}

export async function saveFocus(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('write', PATH);
  const id = idIn(form);
  const point = focalPointSchema.safeParse({ x: form.get('x') || 'none', y: form.get('y') || 'none' });
  if (!point.success) redirect(withQuery(`${PATH}/${id}`, { fault: 'focus' }));
  const saved = await setFocalPoint(id, point.data, person);
  redirect(
    'fault' in saved
      ? withQuery(PATH, { fault: saved.fault })
      : withQuery(`${PATH}/${id}`, { done: 'focused' }),
  );
}

export async function removeMedia(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('write', PATH);
  const id = idIn(form);
  const removed = await deleteMedia(id, person);
  if (!('fault' in removed)) redirect(withQuery(PATH, { done: 'deleted' }));
  redirect(
    removed.fault === 'used'
      ? withQuery(`${PATH}/${id}`, { fault: 'used' })
      : withQuery(PATH, { fault: 'gone' }),
  );
}
