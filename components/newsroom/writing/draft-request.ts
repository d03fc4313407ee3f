import type { ArticleContent } from '#lib/articles/content.ts';
import { troubleOf, type Trouble } from '#lib/articles/draft-sync.ts';
import type { ServerDraft, Text } from './draft-state.ts';

const GIVE_UP_MS = 20_000;

/** A text as the server would store it: it trims all strings except in the body. */
export function asKept({ content: { body, ...fields }, notes }: Text) {
  const trim = (_: string, value: unknown) => (typeof value === 'string' ? value.trim() : value);
  return { body, fields: JSON.parse(JSON.stringify({ ...fields, notes }, trim)) as unknown };
}

/** A canonical URL that is being typed is not valid yet: until it is, the initial one is sent. */
export function toSendable(content: ArticleContent, initial: ArticleContent): ArticleContent {
  const isValid = !content.canonicalUrl || URL.canParse(content.canonicalUrl);
  return { ...content, canonicalUrl: isValid ? content.canonicalUrl : initial.canonicalUrl };
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
