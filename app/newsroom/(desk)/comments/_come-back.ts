import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { returnPath } from '#lib/people/return-path.ts';

/**
 * What a form leaves in the address for the list to tell: which decision, which ban, or one of the plain
 * sentences.
 */
export type Told = {
  done?: string | undefined;
  missed?: string | undefined;
  skipped?: number | undefined;
  banned?: string | undefined;
  said?: string | undefined;
};

/** Back to the list that a form stood in, which tells what happened. */
export function comeBack(form: FormData, told: Told, change?: (query: URLSearchParams) => void): never {
  const url = new URL(returnPath(form.get('back')), 'http://local');
  for (const key of ['done', 'missed', 'skipped', 'banned', 'said']) url.searchParams.delete(key);
  for (const [key, value] of Object.entries(told)) if (value) url.searchParams.set(key, String(value));
  change?.(url.searchParams);
  redirect(url.pathname + url.search);
}

/**
 * What words were meant for is gone. Where scripts run their form stays as it is and says so; without, the
 * list tells it.
 */
export async function missTarget(form: FormData, told: Told): Promise<never> {
  if ((await headers()).has('next-action')) notFound();
  comeBack(form, told);
}
