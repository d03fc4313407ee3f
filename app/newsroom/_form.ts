import { cookies, headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { FORM_ID, FORM_ID_SHAPE, SENT_COOKIE } from '#components/newsroom/ui/form-id.ts';
import { answerWith } from './_session.ts';

type Read<T> =
  | { values: Record<string, string>; data: T }
  | { values: Record<string, string>; wrong: string[] };

/**
 * A form's fields as a schema reads them; `wrong` names the fields it refuses, in the order of the schema's
 * complaints.
 */
export function readForm<T>(schema: z.ZodType<T>, form: FormData): Read<T> {
  const values = Object.fromEntries(
    [...form].filter(([name]) => !name.startsWith('$')).map(([name, value]) => [name, String(value)]),
  );
  const parsed = schema.safeParse(values);
  if (parsed.success) return { values, data: parsed.data };
  return { values, wrong: [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? 'form')))] };
}

/** The same page again with status 422: what was typed, and at each field what is wrong. */
export function refuse(values: Record<string, string>, faults: Record<string, string>): FormState {
  answerWith(422);
  return { values, faults };
}

/**
 * The same page again with status 409: a colleague changed the thing after the form was opened. What was
 * typed stands there again with the stamp of how things are now, so that to save once more is to mean it.
 */
export async function refuseStale(values: Record<string, string>, stamp: string): Promise<FormState> {
  const t = await getTranslations('newsroom.form');
  answerWith(409);
  return { values: { ...values, stamp }, faults: { form: t('conflict') } };
}

const SENT_SECONDS = 3600;

/**
 * Tells the browser that a form was taken which it sent itself; what its page kept of it is no longer unsent.
 * See `form-id.ts`.
 */
export async function tellSent(form: FormData): Promise<void> {
  const id = String(form.get(FORM_ID) ?? '');
  if (!FORM_ID_SHAPE.test(id) || (await headers()).has('next-action')) return;
  (await cookies()).set(SENT_COOKIE, id, { path: '/newsroom', sameSite: 'strict', maxAge: SENT_SECONDS });
}
