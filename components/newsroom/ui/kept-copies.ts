/*
 * Typed text that the server does not have yet, kept in the browser. It survives a closed tab, a dead
 * battery, an ended session. IndexedDB reports when a record is on disk (`durability: strict`). Chromium
 * writes localStorage to disk about five seconds later and does not report it. So localStorage only serves a
 * page that unloads and cannot wait for a callback.
 */
const NAME = 'midad';
const STORE = 'copies';

export type Kept<T> = { key: string; value: T; keptAt: string };

let opened: Promise<IDBDatabase> | undefined;

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });

function open(): Promise<IDBDatabase> {
  opened ??= (async () => {
    const request = indexedDB.open(NAME, 1);
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore(STORE, { keyPath: 'key' }),
    );
    const database = await answerOf(request);
    // Another tab with a newer page may need to upgrade the database; the browser may also close the
    // connection.
    database.addEventListener('versionchange', () => {
      database.close();
      opened = undefined;
    });
    database.addEventListener('close', () => (opened = undefined));
    return database;
  })().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Resolves once the browser has written to disk. */
async function write(act: (store: IDBObjectStore) => void): Promise<void> {
  const transaction = (await open()).transaction(STORE, 'readwrite', { durability: 'strict' });
  const done = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error));
  });
  act(transaction.objectStore(STORE));
  await done;
}

const soft = {
  set(key: string, json: string) {
    try {
      localStorage.setItem(key, json);
    } catch {
      // The quota is exhausted, or storage is disabled. The result of the other store is the one that counts.
    }
  },
  drop(key: string) {
    try {
      localStorage.removeItem(key);
    } catch {
      // A browser that stores nothing has nothing to drop.
    }
  },
  list(): [string, string][] {
    try {
      return Object.entries(localStorage) as [string, string][];
    } catch {
      return [];
    }
  },
};

/** True once it is on disk; false when the quota is exhausted or storage is disabled. */
export async function keepCopy(key: string, value: unknown): Promise<boolean> {
  const kept: Kept<unknown> = { key, value, keptAt: new Date().toISOString() };
  try {
    await write((store) => store.put(kept));
    return true;
  } catch {
    return false;
  }
}

/**
 * For a page that unloads now: the browser holds the copy when this returns, and writes it to disk soon
 * after.
 */
export const keepCopyAtOnce = (key: string, value: unknown): void =>
  soft.set(key, JSON.stringify({ key, value, keptAt: new Date().toISOString() } satisfies Kept<unknown>));

export async function dropCopy(key: string): Promise<void> {
  soft.drop(key);
  await write((store) => store.delete(key)).catch(() => undefined);
}

/** A key of this page alone: two tabs of one person must not overwrite each other's copy. */
export const copyKey = (prefix: string): string => `${prefix}${Math.random().toString(36).slice(2)}`;

/**
 * Shows that this page is alive, so that another tab does not take its copy as left behind. The browser
 * releases the lock when the page ends.
 */
export function holdCopy(key: string, signal: AbortSignal): void {
  const held = new Promise<void>((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  void navigator.locks?.request(key, () => held).catch(() => undefined);
}

async function heldKeys(): Promise<Set<string>> {
  const { held = [] } = (await navigator.locks?.query().catch(() => undefined)) ?? {};
  return new Set(held.flatMap(({ name }) => name ?? []));
}

function parse(json: string): Kept<unknown> | undefined {
  try {
    const kept = JSON.parse(json) as Kept<unknown> & { content?: unknown };
    if (!kept?.keptAt) return undefined;
    // An older build stored a draft without the wrapper.
    return kept.value ? kept : kept.content ? { key: '', value: kept, keptAt: kept.keptAt } : undefined;
  } catch {
    return undefined;
  }
}

async function listHard(prefix: string): Promise<Kept<unknown>[]> {
  try {
    const store = (await open()).transaction(STORE).objectStore(STORE);
    return (await answerOf(store.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`)))) as Kept<unknown>[];
  } catch {
    return [];
  }
}

/**
 * The copies under a prefix that closed pages left behind, newest first. Of one key, the newest of both
 * stores.
 */
export async function listLeftCopies<T>(prefix: string): Promise<Kept<T>[]> {
  const [held, hard] = await Promise.all([heldKeys(), listHard(prefix)]);
  const softly = soft
    .list()
    .filter(([key]) => key.startsWith(prefix))
    .flatMap(([key, json]) => {
      const kept = parse(json);
      return kept ? [{ ...kept, key }] : [];
    });
  const newest = new Map<string, Kept<unknown>>();
  for (const kept of [...hard, ...softly].sort((a, b) => a.keptAt.localeCompare(b.keptAt)))
    newest.set(kept.key, kept);
  return ([...newest.values()] as Kept<T>[])
    .filter(({ key }) => !held.has(key))
    .sort((a, b) => b.keptAt.localeCompare(a.keptAt));
}
