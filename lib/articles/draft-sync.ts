/*
 * Tracks the state of an editor's text against the server: which changes are saved, when the next save is
 * due, and what prevents it. Pure: the page reports what happened (`after…`), asks when a save is due, and
 * sends it.
 */

/** Why the last save failed. The first three are retried automatically. */
export type Trouble =
  | 'offline'
  | 'server'
  | 'signedOut'
  | 'invalid'
  | 'tooBig'
  | 'conflict'
  | 'refused'
  | 'gone';

export type DraftSync = {
  /** The server version that the text is based on. */
  version: number;
  /**
   * Three change counts: made since the page was opened, saved on the server, and included in the running
   * save.
   */
  edits: number;
  saved: number;
  sending: number | null;
  /** The times of the oldest and the newest unsaved change, in milliseconds. */
  firstAt: number | null;
  lastAt: number;
  trouble: Trouble | null;
  failures: number;
  tryAt: number | null;
  savedAt: number | null;
};

export type SyncPhase = 'clean' | 'dirty' | 'saving' | Trouble;

const PAUSE_MS = 1500;
const LONGEST_MS = 10_000;
const FIRST_RETRY_MS = 2000;
const LAST_RETRY_MS = 30_000;

export const startSync = (version: number): DraftSync => ({
  version,
  edits: 0,
  saved: 0,
  sending: null,
  firstAt: null,
  lastAt: 0,
  trouble: null,
  failures: 0,
  tryAt: null,
  savedAt: null,
});

/** Whether the server lacks typed changes. */
export const isBehind = (sync: DraftSync): boolean => sync.edits > sync.saved;

export function phaseOf(sync: DraftSync): SyncPhase {
  if (sync.trouble === 'conflict' || sync.trouble === 'refused' || sync.trouble === 'gone')
    return sync.trouble;
  if (sync.sending !== null) return sync.trouble ?? 'saving';
  return sync.trouble ?? (isBehind(sync) ? 'dirty' : 'clean');
}

export const afterTyping = (sync: DraftSync, at: number): DraftSync => ({
  ...sync,
  edits: sync.edits + 1,
  firstAt: sync.firstAt ?? at,
  lastAt: at,
  ...((sync.trouble === 'invalid' || sync.trouble === 'tooBig') && { tryAt: at + PAUSE_MS }),
});

export const afterSending = (sync: DraftSync): DraftSync => ({ ...sync, sending: sync.edits });

export function afterSaving(sync: DraftSync, version: number, at: number): DraftSync {
  const saved = sync.sending ?? sync.saved;
  return {
    ...sync,
    version,
    saved,
    sending: null,
    firstAt: sync.edits > saved ? at : null,
    trouble: null,
    failures: 0,
    tryAt: null,
    savedAt: at,
  };
}

export function afterTrouble(sync: DraftSync, trouble: Trouble, at: number): DraftSync {
  const failures = sync.failures + 1;
  const wait = Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LAST_RETRY_MS);
  const triesAgain = trouble === 'offline' || trouble === 'server' || trouble === 'signedOut';
  return { ...sync, sending: null, trouble, failures, tryAt: triesAgain ? at + wait : null };
}

/** The connection is back, or the editor returned to the page: retries at once. */
export const afterReturn = (sync: DraftSync, at: number): DraftSync =>
  sync.tryAt === null ? sync : { ...sync, tryAt: Math.min(sync.tryAt, at) };

/** After a conflict is decided, the text is based on `version`. It is the server's text or a change to it. */
export function afterDecision(sync: DraftSync, version: number, isTheirs: boolean, at: number): DraftSync {
  const settled = { ...sync, version, sending: null, trouble: null, failures: 0, tryAt: null };
  return isTheirs
    ? { ...settled, saved: sync.edits, firstAt: null, savedAt: at }
    : { ...settled, edits: sync.edits + 1, firstAt: at, lastAt: at };
}

/**
 * When the next save is due; null if there is nothing to send, or if a person has to decide first. A save is
 * due after a pause in typing, or after ten seconds of typing.
 */
export function dueAt(sync: DraftSync): number | null {
  if (!isBehind(sync) || sync.sending !== null) return null;
  if (sync.trouble) return sync.tryAt;
  return Math.min(sync.lastAt + PAUSE_MS, (sync.firstAt ?? sync.lastAt) + LONGEST_MS);
}

/**
 * The trouble that a response status means; null for a successful save. A redirect leads to the sign-in page.
 */
export function troubleOf(status: number, wasRedirected = false): Trouble | null {
  if (wasRedirected || status === 401) return 'signedOut';
  if (status >= 200 && status < 300) return null;
  if (status === 403) return 'refused';
  if (status === 404 || status === 410) return 'gone';
  if (status === 409) return 'conflict';
  if (status === 413) return 'tooBig';
  return status >= 400 && status < 500 && status !== 408 && status !== 429 ? 'invalid' : 'server';
}

/** Whether two values are equal as JSON, whatever the order of their keys. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b || Array.isArray(a) !== Array.isArray(b))
    return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => isSameJson(left[key], right[key]));
}
