export const COMMENT_FIELDS = ['body', 'name', 'email'] as const;
export type CommentField = (typeof COMMENT_FIELDS)[number];

/** What a reader typed, sent back with its faults. Messages are keys of `comments.faults`. */
export type CommentFormState = {
  values: { body: string; name: string; email: string; replyTo: string };
  faults: { field: CommentField | 'form'; message: CommentFault; limit?: number }[];
};

export type CommentFault =
  | 'bodyMissing' | 'bodyTooLong' | 'nameMissing' | 'nameTooLong' | 'nameNoLetters' | 'emailMissing' | 'emailInvalid'
  | 'tokenExpired' | 'tooFast' | 'duplicate' | 'closed' | 'replyGone';
