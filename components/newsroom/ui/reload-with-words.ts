import { readWords, writeWords, type FormWords } from './form-words.ts';

const KEY = 'midad.reload';
type Reload = { path: string; forms: { at: number; words: FormWords }[] };

const guarded = () => [...document.querySelectorAll<HTMLFormElement>('form[data-guarded]')];

let isReloading = false;
export const readReload = (): boolean => isReloading;

/** Reloads the page to get the newer build, and keeps the typed text. */
export function reloadWithWords(): void {
  const forms = guarded().flatMap((form, at) =>
    'unsent' in form.dataset ? [{ at, words: readWords(form) }] : [],
  );
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ path: location.pathname, forms } satisfies Reload));
  } catch {
    // Nothing can be stored here, so no text is carried over. The browser asks before the text is lost.
    return location.reload();
  }
  isReloading = true;
  location.reload();
}

/** Puts the text of the previous page back into its forms. */
export function takeReload(): void {
  let found: string | null = null;
  try {
    found = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
  } catch {
    // A browser that stores nothing has nothing to restore.
  }
  if (!found) return;
  const { path, forms } = JSON.parse(found) as Reload;
  if (path !== location.pathname) return;
  const here = guarded();
  for (const { at, words } of forms) if (here[at]) writeWords(here[at], words);
}
