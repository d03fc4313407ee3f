import { isField, isTouched } from './typed-early.ts';

/*
 * Which forms hold words that were typed and not sent. It stands on the form itself, so that one listener
 * knows it of all forms.
 */

/** Fields that words are typed in; a tick or a choice is quickly made again. */
const TEXT = ['text', 'email', 'url', 'tel', 'number', 'textarea'];

const guardedFormOf = (target: EventTarget | null): HTMLFormElement | null => {
  const form = isField(target) ? target.form : target instanceof Element ? target.closest('form') : null;
  return form && 'guarded' in form.dataset ? form : null;
};

/**
 * A hidden field that is kept holds what was written in an editor, also what was pasted: of that the browser
 * itself says nothing.
 */
const isText = (target: EventTarget | null) =>
  isField(target)
    ? TEXT.includes(target.type) || 'kept' in target.dataset
    : target instanceof HTMLElement && target.isContentEditable;

/** Fired at a form whose words were taken, for a part that counts them. */
export const SENT = 'midad:sent';

export function markSent(form: HTMLFormElement): void {
  delete form.dataset.unsent;
  form.dispatchEvent(new Event(SENT));
}

/**
 * Asked after every key. The form first: whether an element can be written in the browser tells only after it
 * has worked out all styles.
 */
function note({ target }: { target: EventTarget | null }) {
  const form = guardedFormOf(target);
  if (form && !('unsent' in form.dataset) && isText(target)) form.dataset.unsent = '';
}

const unsentForms = () => document.querySelectorAll<HTMLFormElement>('form[data-unsent]');

/** Whether leaving the page now would lose words. */
export const hasUnsent = (): boolean => unsentForms().length > 0;

/** Watches what is typed, from now on and before now. */
export function watchUnsent(signal: AbortSignal): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guarded]')) {
    for (const field of form.elements) if (isField(field) && isTouched(field)) note({ target: field });
  }
  document.addEventListener('input', note, { signal, capture: true });
}
