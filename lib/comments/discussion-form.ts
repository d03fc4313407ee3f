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
 * The values of one of the smaller comment forms, returned with its errors: fields by name, messages as keys
 * of `comments.faults`.
 */
export type DiscussionFormState = {
  kind: 'report' | 'edit' | 'appeal' | 'link';
  values: Record<string, string>;
  faults: { field: string; message: DiscussionFault; limit?: number }[];
};
