/** Whether this browser has passkeys, and knows how to write them down. */
export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && 'parseCreationOptionsFromJSON' in PublicKeyCredential;

/** For `useSyncExternalStore`: it never changes while a page stands. */
export const neverChanges = () => () => {};

/** One question to the house; a refusal is an error that says why in the reader's words. */
export async function ask<T>(url: string, body: unknown = {}): Promise<T> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const said = (await answer.json()) as T & { message?: string };
  if (!answer.ok) throw new Error(said.message);
  return said;
}

/** Closing the browser's own window is an answer, not a fault. */
export const wasCancelled = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError');
