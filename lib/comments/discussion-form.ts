import type { CommentFault } from './form-state.ts';

export const REPORT_NOTE_LIMIT = 500;
export const APPEAL_LIMIT = 1000;

export type DiscussionFault =
  | CommentFault
  | 'reasonMissing'
  | 'noteMissing'
  | 'noteTooLong'
  | 'reportedTooFast'
  | 'appealMissing'
  | 'appealTooLong'
  | 'editClosed'
  | 'tooManyEdits'
  | 'notNow'
  | 'linkTooFast';

/**
 * What was typed into one of the smaller forms round a comment, sent back with its faults: fields by name,
 * messages as keys of `comments.faults`.
 */
export type DiscussionFormState = {
  kind: 'report' | 'edit' | 'appeal' | 'link';
  values: Record<string, string>;
  faults: { field: string; message: DiscussionFault; limit?: number }[];
};
