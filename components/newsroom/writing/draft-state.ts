import type { ArticleContent } from '#lib/articles/content.ts';
import type { Doc } from '#lib/body/doc.ts';
import { startSync, type DraftSync } from '#lib/articles/draft-sync.ts';

/** The draft as the server has it now. */
export type ServerDraft = {
  version: number;
  content: ArticleContent;
  notes: string;
  by: string;
  at: string;
  /** Whether it has text that readers do not see yet. */
  isAhead: boolean;
};

/** Typed text that the server does not have yet, with the version that it is based on. */
export type DraftCopy = { content: ArticleContent; notes: string; version: number };

export type SaverState = {
  content: ArticleContent;
  notes: string;
  sync: DraftSync;
  /** Increases when the text was replaced from outside the editor; the editor then shows it. */
  replaced: number;
  /** The draft that another person saved in between. */
  theirs: ServerDraft | null;
  /** The person whose changes were merged with mine automatically. */
  mergedWith: string | null;
  /** My body before and after the merge, if the merge changed it. */
  merged: { before: Doc; after: Doc } | null;
  /** Whether the server's draft has text that readers do not see yet. */
  isAhead: boolean;
  /** What an earlier page left in this browser and the server does not have. */
  left: { key: string; copy: DraftCopy; keptAt: string } | null;
  /** Whether the browser has on disk what the server lacks; null while it is writing. */
  isKept: boolean | null;
  faults: Record<string, string>;
};

export type Text = Pick<SaverState, 'content' | 'notes'>;

/** What a page of the editor starts from. */
export type OpenedDraft = {
  number: number;
  articleId: string;
  userId: string;
  initial: ServerDraft;
  /** The server's own text, when a page without JavaScript brought back what was typed. */
  base?: Text;
};

/** Always the same object: a component that shows faults renders again only when they differ. */
export const NO_FAULTS: Record<string, string> = {};

export const startState = ({ content, notes, version, isAhead }: ServerDraft): SaverState => ({
  content,
  notes,
  sync: startSync(version),
  replaced: 0,
  theirs: null,
  mergedWith: null,
  merged: null,
  isAhead,
  left: null,
  isKept: true,
  faults: NO_FAULTS,
});
