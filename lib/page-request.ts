import { AsyncLocalStorage } from 'node:async_hooks';
import type { CommentFormState } from './comments/form-state.ts';
import type { DiscussionFormState } from './comments/discussion-form.ts';
import type { Unsent } from './comments/unsent.ts';

/** What the front door and the page it renders say to each other; lives as long as one request. */
export type PageRequest = {
  /** The reader's network address, worked out by the front door from the socket or a trusted proxy. */
  clientAddress: string;
  /**
   * Who asks, by the signed cookie, on pages that are made for one reader and never kept; else missing or
   * empty.
   */
  writerId?: string;
  /**
   * Set while a page is made: answer with this status instead of 200 (a refused form shows its page again, a
   * link has ended).
   */
  status?: number;
  /**
   * Set by a page of the newsroom that somebody signed in has opened: their session may open files that are
   * not public.
   */
  staffSession?: string;
  /**
   * Set by a preview: whoever holds its link may open the files of this article, or of this page
   * (`ar/about`), while the link holds.
   */
  previewOf?: { id: string; nonce: string; expiresAt: Date };
  /** Beside a status of 429: in how many seconds to try again. */
  retryAfter?: number;
  /** Set while the page of a status is made (404, 500 …): the only way to that page. */
  statusShown?: number;
  /** A refused or previewed form, to be shown again filled in. */
  commentForm?: CommentFormState;
  /** The same for the smaller forms round a comment. */
  discussionForm?: DiscussionFormState;
  /** Words given back on a page of their own. */
  unsent?: Unsent;
  /**
   * Set by a route handler: answer with this page, rendered again with the given form, instead of the
   * handler's own body; `retryAfter` in seconds.
   */
  renderAgain?: {
    path: string;
    status: number;
    retryAfter?: number;
    commentForm?: CommentFormState;
    discussionForm?: DiscussionFormState;
    unsent?: Unsent;
  };
};

// One storage for both module graphs (server/ runs as it is, app/ inside Next's bundle).
const KEY = Symbol.for('midad.page-request');
const registry = globalThis as { [KEY]?: AsyncLocalStorage<PageRequest> };
const storage = (registry[KEY] ??= new AsyncLocalStorage<PageRequest>());

export const runWithPageRequest = <T>(request: PageRequest, work: () => T): T => storage.run(request, work);

/** The request being answered, or undefined outside of one (a build, a command). */
export const pageRequest = (): PageRequest | undefined => storage.getStore();

/**
 * The status of the page that is being made, instead of 200; see server/front-door.ts. `retryAfter` in
 * seconds.
 */
export function answerWith(status: number, retryAfter?: number): void {
  const request = pageRequest();
  if (!request) return;
  request.status = status;
  if (retryAfter) request.retryAfter = retryAfter;
}
