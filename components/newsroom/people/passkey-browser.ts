/** Whether this browser supports passkeys and their JSON form. */
export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && 'parseCreationOptionsFromJSON' in PublicKeyCredential;

/** For `useSyncExternalStore`: the value never changes while the page is open. */
export const neverChanges = () => () => {};

/** Sends one JSON request. A rejection throws an error that gives the reason in the person's language. */
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

/** Closing the browser's own dialog is a choice, not a fault. */
export const wasCancelled = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError');
