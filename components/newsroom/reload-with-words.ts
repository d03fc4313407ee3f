import { readWords, writeWords, type FormWords } from './form-words.ts';

const KEY = 'midad.reload';
type Reload = { path: string; forms: { at: number; words: FormWords }[] };

const guarded = () => [...document.querySelectorAll<HTMLFormElement>('form[data-guarded]')];

let isReloading = false;
export const readReload = (): boolean => isReloading;

/** Opens the page anew, as a newer build of the site has it, and takes along what was typed. */
export function reloadWithWords(): void {
  const forms = guarded().flatMap((form, at) => ('unsent' in form.dataset ? [{ at, words: readWords(form) }] : []));
  sessionStorage.setItem(KEY, JSON.stringify({ path: location.pathname, forms } satisfies Reload));
  isReloading = true;
  location.reload();
}

/** Puts the words of the page before back into its forms. */
export function takeReload(): void {
  const found = sessionStorage.getItem(KEY);
  if (!found) return;
  sessionStorage.removeItem(KEY);
  const { path, forms } = JSON.parse(found) as Reload;
  if (path !== location.pathname) return;
  const here = guarded();
  for (const { at, words } of forms) if (here[at]) writeWords(here[at], words);
}
