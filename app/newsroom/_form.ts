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
 * Parses a form's fields with a schema. `wrong` names the fields that it rejects, in the order of the
 * schema's issues.
 */
export function readForm<T>(schema: z.ZodType<T>, form: FormData): Read<T> {
  const values = Object.fromEntries(
    [...form].filter(([name]) => !name.startsWith('$')).map(([name, value]) => [name, String(value)]),
  );
  const parsed = schema.safeParse(values);
  if (parsed.success) return { values, data: parsed.data };
  return { values, wrong: [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? 'form')))] };
}

/** Renders the same page with status 422: what was typed, and a message at each wrong field. */
export function refuse(values: Record<string, string>, faults: Record<string, string>): FormState {
  answerWith(422);
  return { values, faults };
}

/**
 * Renders the same page with status 409: another person changed the record after the form was opened. The
 * form keeps what was typed and gets the current stamp, so saving once more overwrites deliberately.
 */
export async function refuseStale(values: Record<string, string>, stamp: string): Promise<FormState> {
  const t = await getTranslations('newsroom.form');
  answerWith(409);
  return { values: { ...values, stamp }, faults: { form: t('conflict') } };
}

const SENT_SECONDS = 3600;

/**
 * Tells the browser that a form was accepted which it submitted without a script. The copy that its page kept
 * is no longer unsent. See `form-id.ts`.
 */
export async function tellSent(form: FormData): Promise<void> {
  const id = String(form.get(FORM_ID) ?? '');
  if (!FORM_ID_SHAPE.test(id) || (await headers()).has('next-action')) return;
  (await cookies()).set(SENT_COOKIE, id, { path: '/newsroom', sameSite: 'strict', maxAge: SENT_SECONDS });
}
