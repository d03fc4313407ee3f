import { useLayoutEffect, type RefObject } from 'react';

export type TypedField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export const isField = (element: unknown): element is TypedField =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement;
export const isCheck = (field: TypedField): field is HTMLInputElement =>
  field.type === 'checkbox' || field.type === 'radio';

export function isTouched(field: TypedField): boolean {
  if (field instanceof HTMLSelectElement)
    return (
      field.selectedIndex !==
      Math.max(
        0,
        [...field.options].findIndex(({ defaultSelected }) => defaultSelected),
      )
    );
  return isCheck(field)
    ? field.checked !== field.defaultChecked
    : field.type !== 'hidden' && field.value !== field.defaultValue;
}

/**
 * The latest value of each field that was changed on the server-rendered page. A field made by a script is
 * added on its first input.
 */
const touched = new WeakMap<TypedField, string>();
const remember = (element: unknown) =>
  isField(element) && isTouched(element) && touched.set(element, element.value);

/** The last caret position in the focused field: setting a field's value moves the caret to the end. */
let caret: { field: TypedField; start: number; end: number } | undefined;

function rememberCaret() {
  const field = document.activeElement;
  if (!isField(field) || field instanceof HTMLSelectElement || field.selectionStart === null) return;
  caret = { field, start: field.selectionStart, end: field.selectionEnd! };
}

/** Records what is typed before the page's scripts run. Called before React hydrates the page. */
export function rememberTyped() {
  // `selectionchange` fires after the caret moves. When React has just moved it, this still holds the earlier
  // position.
  document.addEventListener('selectionchange', rememberCaret);
  rememberCaret();
  for (const field of document.querySelectorAll('input, textarea, select')) remember(field);
  document.addEventListener('input', ({ target }) => remember(target), { capture: true });
}

/** Bypasses React's value tracker, so React handles the event as typed text. */
export function typeInto(field: TypedField, value: string) {
  if (!(field instanceof HTMLSelectElement)) field.value = field.defaultValue;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as typeof field, 'value')!.set!.call(
    field,
    value,
  );
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}

function tell(field: TypedField) {
  const typed = touched.get(field);
  if (typed === undefined) return;
  if (field instanceof HTMLSelectElement) {
    field.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (!isCheck(field)) {
    const at = caret?.field === field && document.activeElement === field ? caret : undefined;
    typeInto(field, typed);
    if (at && !(field instanceof HTMLSelectElement)) field.setSelectionRange(at.start, at.end);
  } else if (field.checked !== field.defaultChecked) {
    field.checked = field.defaultChecked;
    field.click();
  }
}

/**
 * Keeps text that was typed before hydration. React would reset a textarea to its initial text
 * (`initTextarea` of react-dom, at hydration too), and a controlled field to its value.
 */
export function useTypedEarly(form: RefObject<HTMLFormElement | null>) {
  useLayoutEffect(() => {
    for (const field of form.current?.elements ?? []) if (isField(field)) tell(field);
  }, [form]);
}
