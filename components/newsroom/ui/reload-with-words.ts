import { readWords, writeWords, type FormWords } from './form-words.ts';

const KEY = 'midad.reload';
type Reload = { path: string; forms: { at: number; words: FormWords }[] };

const guarded = () => [...document.querySelectorAll<HTMLFormElement>('form[data-guarded]')];

let isReloading = false;
export const readReload = (): boolean => isReloading;

/** Opens the page anew, as a newer build of the site has it, and takes along what was typed. */
export function reloadWithWords(): void {
  const forms = guarded().flatMap((form, at) =>
    'unsent' in form.dataset ? [{ at, words: readWords(form) }] : [],
  );
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ path: location.pathname, forms } satisfies Reload));
  } catch {
    // Nothing can be kept here, so nothing is taken along: the browser asks before the words go.
    return location.reload();
  }
  isReloading = true;
  location.reload();
}

/** Puts the words of the page before back into its forms. */
export function takeReload(): void {
  let found: string | null = null;
  try {
    found = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing has nothing to give back.
  }
  if (!found) return;
  const { path, forms } = JSON.parse(found) as Reload;
  if (path !== location.pathname) return;
  const here = guarded();
  for (const { at, words } of forms) if (here[at]) writeWords(here[at], words);
}
