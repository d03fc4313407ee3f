import { AsyncLocalStorage } from 'node:async_hooks';
import type { CommentFormState } from './comments/form-state.ts';
import type { DiscussionFormState } from './comments/discussion-form.ts';
import type { Unsent } from './comments/unsent.ts';
import type { Recording } from './recording.ts';

/** The forms of readers that a page can show again with their values; a new form is a line here. */
export type FormStates = {
  /** A rejected or previewed comment. */
  commentForm?: CommentFormState;
  /** The smaller forms of commenters. */
  discussionForm?: DiscussionFormState;
  /** The text of a rejected form, returned on a separate page. */
  unsent?: Unsent;
};

/** The data that the front door and a page exchange during one request. */
export type PageRequest = FormStates & {
  /** The reader's network address, which the front door takes from the socket or a trusted proxy. */
  clientAddress: string;
  /** The time of the request; `requestTime` returns it. */
  now?: Date;
  /** Set for a page that will be cached: what it is made from. */
  recording?: Recording;
  /**
   * The writer's id from the signed cookie, on pages for one reader that are never cached; else missing or
   * empty.
   */
  writerId?: string;
  /**
   * Set during rendering: the response gets this status instead of 200 (a rejected form shows its page again,
   * a link has expired).
   */
  status?: number;
  /**
   * Set by a newsroom page that a signed-in person opened: their session may open files that are not public.
   */
  staffSession?: string;
  /**
   * Set by a preview: while its link is valid, it may open the files of this article, or of this page
   * (`ar/about`).
   */
  previewOf?: { id: string; nonce: string; expiresAt: Date };
  /** With status 429: after how many seconds to retry. */
  retryAfter?: number;
  /** Set while the page of a status is rendered (404, 500 …). Only this makes that page available. */
  statusShown?: number;
  /**
   * Set by a route handler: the response is this page (an internal path, `/ar/search`), rendered with the
   * given form, instead of the handler's own body. `retryAfter` is in seconds.
   */
  renderAgain?: FormStates & { path: string; status: number; retryAfter?: number };
};

// One storage for both module graphs (server/ runs directly, app/ in Next's bundle).
const KEY = Symbol.for('midad.page-request');
const registry = globalThis as { [KEY]?: AsyncLocalStorage<PageRequest> };
const storage = (registry[KEY] ??= new AsyncLocalStorage<PageRequest>());

export const runWithPageRequest = <T>(request: PageRequest, work: () => T): T => storage.run(request, work);

/**
 * Now, as the time of a request. Times that people choose have no milliseconds and the time of a request
 * always has, so in a recorded statement the two are never taken for each other.
 */
export function timeForRequest(): Date {
  const now = Date.now();
  return new Date(now % 1000 === 0 ? now + 1 : now);
}

/** The current request; undefined outside of one (a build, a command). */
export const pageRequest = (): PageRequest | undefined => storage.getStore();

/**
 * The one time of the current request. Readers' pages take no other, and compare it only in statements: a
 * cached page is valid while its statements give the same rows at a later time.
 */
export function requestTime(): Date {
  const request = pageRequest();
  if (!request) return new Date();
  return (request.now ??= request.recording ? new Date(request.recording.now) : timeForRequest());
}

/** From this time the current page must be rendered again, although no row will have changed. */
export function keepUntil(at: Date): void {
  const recording = pageRequest()?.recording;
  if (recording) recording.until = Math.min(recording.until, at.getTime());
}

/**
 * Sets the status of the page during rendering, instead of 200; see server/front-door.ts. `retryAfter` is in
 * seconds.
 */
export function answerWith(status: number, retryAfter?: number): void {
  const request = pageRequest();
  if (!request) return;
  request.status = status;
  if (retryAfter) request.retryAfter = retryAfter;
}
