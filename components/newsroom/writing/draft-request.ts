import { troubleOf, type Trouble } from '#lib/articles/draft-sync.ts';
import type { ServerDraft, Text } from './draft-state.ts';

const GIVE_UP_MS = 20_000;

/** A text as the server would store it: it trims all strings except in the body. */
export function asKept({ content: { body, ...fields }, notes }: Text) {
  const trim = (_: string, value: unknown) => (typeof value === 'string' ? value.trim() : value);
  return { body, fields: JSON.parse(JSON.stringify({ ...fields, notes }, trim)) as unknown };
}

/** Whether the server takes this canonical URL, as `articleContentSchema` does. */
const isValidUrl = (url: string) =>
  url === '' || (/^https?:/i.test(url) && URL.canParse(url) && url.length <= 2000);

/** The canonical URL to send: the typed one if it is valid, else the last valid one. */
export function lastValidUrl(initial: string): (typed: string) => string {
  let last = initial;
  return (typed) => (last = isValidUrl(typed) ? typed : last);
}

type Answer = Partial<ServerDraft> & { faults?: Record<string, string> };

/** Sends a draft to the server. Reports the response, and why the server has not stored the draft. */
export async function postDraft(
  url: string,
  request: RequestInit,
): Promise<{ answer: Answer | undefined; trouble: Trouble | null }> {
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(GIVE_UP_MS) }).catch(
    () => undefined,
  );
  const answer = (await response?.json().catch(() => undefined)) as Answer | undefined;
  let trouble: Trouble | null = response ? troubleOf(response.status, response.redirected) : 'offline';
  if (!trouble && typeof answer?.version !== 'number') trouble = 'server';
  if (trouble === 'conflict' && !answer?.content) trouble = 'server';
  return { answer, trouble };
}
