export const COMMENT_FIELDS = ['body', 'name', 'email'] as const;
export type CommentField = (typeof COMMENT_FIELDS)[number];

/**
 * An error in the form. `limit` is the maximum number of characters, `wait` a number of seconds, `since` a
 * date, `sign` a character that a name cannot contain.
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
 * The values that a reader typed, returned with their errors, or without errors as a preview. Messages are
 * keys of `comments.faults`.
 */
export type CommentFormState = {
  values: { body: string; name: string; email: string; replyTo: string; notify: boolean };
  faults: FormFault[];
  /** A returned form belongs to one reader, and so does its token. */
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
