/**
 * The result of an action for its form: faults by field name (`form` for the whole form), and the submitted
 * values, to be shown again.
 */
export type FormState = {
  faults?: Record<string, string>;
  values?: Record<string, string>;
  /** What was done. */
  notice?: string;
  /** A link to hand on: the only time it is shown. */
  link?: string;
  /** Backup codes: the only time they are shown. */
  codes?: string[];
  /** The typed text as readers would see it: HTML made by `bodyHtml`. */
  preview?: string;
} | null;

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
