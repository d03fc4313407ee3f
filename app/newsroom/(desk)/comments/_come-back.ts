import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { returnPath } from '#lib/people/return-path.ts';

/**
 * What a form puts into the address for the list to report: a decision, a ban, or one of the fixed messages.
 */
export type Told = {
  done?: string | undefined;
  missed?: string | undefined;
  skipped?: number | undefined;
  banned?: string | undefined;
  said?: string | undefined;
};

/** Redirects to the list that contained the form. The list reports what happened. */
export function comeBack(form: FormData, told: Told, change?: (query: URLSearchParams) => void): never {
  const url = new URL(returnPath(form.get('back')), 'http://local');
  for (const key of ['done', 'missed', 'skipped', 'banned', 'said']) url.searchParams.delete(key);
  for (const [key, value] of Object.entries(told)) if (value) url.searchParams.set(key, String(value));
  change?.(url.searchParams);
  redirect(url.pathname + url.search);
}

/**
 * The target of a text is gone. With scripts the form stays as it is and says so; without scripts the list
 * reports it.
 */
export async function missTarget(form: FormData, told: Told): Promise<never> {
  if ((await headers()).has('next-action')) notFound();
  comeBack(form, told);
}
