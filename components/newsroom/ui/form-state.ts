/**
 * What an action says about a form: faults under the names of fields (`form` for the whole), and what was
 * typed, to stand there again.
 */
export type FormState = {
  faults?: Record<string, string>;
  values?: Record<string, string>;
  /** What was done. */
  notice?: string;
  /** An address to be handed on: the only time it is shown. */
  link?: string;
  /** Backup codes: the only time they are shown. */
  codes?: string[];
  /** What was typed as readers would see it: HTML that `bodyHtml` made. */
  preview?: string;
} | null;

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
