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
 * What stood in each field that somebody touched on a page as the server sent it. A field that a script made
 * is in here no sooner than it is typed in.
 */
const touched = new WeakMap<TypedField, string>();
const remember = (element: unknown) =>
  isField(element) && isTouched(element) && touched.set(element, element.value);

/**
 * The caret of the field that is written in, as it last was: putting a text into the field moves it to the
 * end.
 */
let caret: { field: TypedField; start: number; end: number } | undefined;

function rememberCaret() {
  const field = document.activeElement;
  if (!isField(field) || field instanceof HTMLSelectElement || field.selectionStart === null) return;
  caret = { field, start: field.selectionStart, end: field.selectionEnd! };
}

/** Keeps what is typed while the page's scripts are on their way. Called before React takes the page over. */
export function rememberTyped() {
  // Told later than a caret moves: when React has just moved it, this still has its place before that.
  document.addEventListener('selectionchange', rememberCaret);
  rememberCaret();
  for (const field of document.querySelectorAll('input, textarea, select')) remember(field);
  document.addEventListener('input', ({ target }) => remember(target), { capture: true });
}

/** Past React's own look at the field, which then finds that something was typed. */
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
 * What was written in a form before the page's scripts came stays written: React would put a text back to
 * what it first held (`initTextarea` of react-dom, at hydration too), and a field whose value it holds to
 * that value.
 */
export function useTypedEarly(form: RefObject<HTMLFormElement | null>) {
  useLayoutEffect(() => {
    for (const field of form.current?.elements ?? []) if (isField(field)) tell(field);
  }, [form]);
}
