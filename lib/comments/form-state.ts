export const COMMENT_FIELDS = ['body', 'name', 'email'] as const;
export type CommentField = (typeof COMMENT_FIELDS)[number];

/**
 * A fault in the form. `limit` is the number of characters it is about; `wait` how many seconds; `since` a
 * day; `sign` what a name cannot hold.
 */
export type FormFault = {
  field: CommentField | 'form';
  message: CommentFault;
  limit?: number;
  wait?: number;
  since?: Date | null;
  sign?: string;
};

/**
 * What a reader typed, sent back: with its faults, or without any as a preview. Messages are keys of
 * `comments.faults`.
 */
export type CommentFormState = {
  values: { body: string; name: string; email: string; replyTo: string; notify: boolean };
  faults: FormFault[];
  /** The form that comes back is one reader's own, and so is its token. */
  token: string;
};

export type CommentFault =
  | 'bodyMissing'
  | 'bodyTooLong'
  | 'nameMissing'
  | 'nameTooLong'
  | 'nameNoLetters'
  | 'nameSymbols'
  | 'nameMixedScripts'
  | 'nameReserved'
  | 'emailMissing'
  | 'emailInvalid'
  | 'tokenExpired'
  | 'tokenUsed'
  | 'tooFast'
  | 'slowMode'
  | 'articleFull'
  | 'duplicate'
  | 'closed'
  | 'closedByAge'
  | 'replyGone'
  | 'banned'
  | 'failed';
