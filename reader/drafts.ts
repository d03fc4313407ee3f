/** Storage may be disabled; then accessing it throws. */
export function storage<T>(use: (store: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

/** What was typed on this page, even if it cannot be stored. */
const drafts = new Map<string, string>();

export const readDraft = (key: string): string =>
  drafts.get(key) ?? storage((store) => store.getItem(key)) ?? '';

const warn = (event: Event) => event.preventDefault();

/**
 * Stores what is typed until it is sent. If it cannot be stored, the browser asks before the page is left.
 */
export function keepDraft(key: string, text: string) {
  drafts.set(key, text);
  const isKept = storage((store) => (text ? store.setItem(key, text) : store.removeItem(key), true)) ?? !text;
  if (isKept) removeEventListener('beforeunload', warn);
  else addEventListener('beforeunload', warn);
}
