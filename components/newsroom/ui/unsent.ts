import { isField, isTouched } from './typed-early.ts';

/*
 * Marks the forms that hold typed, unsent text. The mark is on the form itself (`data-unsent`), so one
 * listener serves all forms.
 */

/** Types of fields that hold typed text. A tick or a choice is quickly made again. */
const TEXT = ['text', 'email', 'url', 'tel', 'number', 'textarea'];

const guardedFormOf = (target: EventTarget | null): HTMLFormElement | null => {
  const form = isField(target) ? target.form : target instanceof Element ? target.closest('form') : null;
  return form && 'guarded' in form.dataset ? form : null;
};

/**
 * A hidden field with `data-kept` holds the text of an editor, including pasted text, for which the browser
 * fires no event.
 */
const isText = (target: EventTarget | null) =>
  isField(target)
    ? TEXT.includes(target.type) || 'kept' in target.dataset
    : target instanceof HTMLElement && target.isContentEditable;

/** Fired on a form whose text the server has accepted, for the parts that keep a copy of it. */
export const SENT = 'midad:sent';

export function markSent(form: HTMLFormElement): void {
  delete form.dataset.unsent;
  form.dispatchEvent(new Event(SENT));
}

/**
 * Runs after every key. Checks the form first: to know whether an element is editable, the browser must
 * compute all styles.
 */
function note({ target }: { target: EventTarget | null }) {
  const form = guardedFormOf(target);
  if (form && !('unsent' in form.dataset) && isText(target)) form.dataset.unsent = '';
}

const unsentForms = () => document.querySelectorAll<HTMLFormElement>('form[data-unsent]');

/** Whether leaving the page now would lose typed text. */
export const hasUnsent = (): boolean => unsentForms().length > 0;

/** Marks forms on input from now on, and forms that were typed in before. */
export function watchUnsent(signal: AbortSignal): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guarded]')) {
    for (const field of form.elements) if (isField(field) && isTouched(field)) note({ target: field });
  }
  document.addEventListener('input', note, { signal, capture: true });
}
