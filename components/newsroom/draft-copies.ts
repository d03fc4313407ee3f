import type { ArticleContent } from '#lib/article-content.ts';

/** What was typed and the server does not have yet, kept in the browser: survives a closed tab, a dead battery, an ended session. */
export type DraftCopy = { content: ArticleContent; notes: string; version: number; keptAt: string };

const prefix = (articleId: string, userId: string) => `midad.draft.${articleId}.${userId}.`;

/** A key of this page alone: two tabs of one person must not write over each other's copy. */
export const copyKey = (articleId: string, userId: string): string => `${prefix(articleId, userId)}${Math.random().toString(36).slice(2)}`;

/** False when the browser has no room, or keeps nothing at all. */
export function keepCopy(key: string, copy: DraftCopy): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

export function dropCopy(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}

/** Says that this page is alive, so that another tab does not take its copy for one that was left behind. The browser lets go when the page ends. */
export function holdCopy(key: string): void {
  void navigator.locks?.request(key, () => new Promise(() => undefined)).catch(() => undefined);
}

async function heldKeys(): Promise<Set<string>> {
  const { held = [] } = (await navigator.locks?.query().catch(() => undefined)) ?? {};
  return new Set(held.flatMap(({ name }) => name ?? []));
}

function readCopy(key: string): DraftCopy | undefined {
  try {
    const copy = JSON.parse(localStorage.getItem(key) ?? '') as DraftCopy;
    return copy?.content?.body && copy.keptAt ? copy : undefined;
  } catch {
    return undefined;
  }
}

/** The copies of an article that pages of this person left behind, newest first. */
export async function listLeftCopies(articleId: string, userId: string): Promise<{ key: string; copy: DraftCopy }[]> {
  const held = await heldKeys();
  let keys: string[];
  try {
    keys = Object.keys(localStorage);
  } catch {
    return [];
  }
  return keys
    .filter((key) => key.startsWith(prefix(articleId, userId)) && !held.has(key))
    .flatMap((key) => {
      const copy = readCopy(key);
      return copy ? [{ key, copy }] : [];
    })
    .sort((a, b) => b.copy.keptAt.localeCompare(a.copy.keptAt));
}
