import { useLayoutEffect, type RefObject } from 'react';

type Typable = HTMLInputElement | HTMLTextAreaElement;

const isTypable = (field: unknown): field is Typable =>
  field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && !['checkbox', 'radio', 'hidden', 'file'].includes(field.type));

const typedEarly = new WeakMap<Typable, string>();
const remember = (field: unknown) => isTypable(field) && field.value !== field.defaultValue && typedEarly.set(field, field.value);

/** Keeps what is typed while the page's scripts are on their way. Called before React takes the page over. */
export function rememberTyped() {
  for (const field of document.querySelectorAll('input, textarea')) remember(field);
  document.addEventListener('input', ({ target }) => remember(target), { capture: true });
}

/** Past React's own look at the field, which then finds that something was typed. */
function type(field: Typable, value: string) {
  field.value = field.defaultValue;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as Typable, 'value')!.set!.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function tell(field: Element) {
  if (isTypable(field)) {
    const typed = typedEarly.get(field);
    if (typed !== undefined) type(field, typed);
  } else if (field instanceof HTMLInputElement && field.type !== 'hidden' && field.checked !== field.defaultChecked) {
    field.checked = field.defaultChecked;
    field.click();
  } else if (field instanceof HTMLSelectElement && field.selectedIndex !== Math.max(0, [...field.options].findIndex(({ defaultSelected }) => defaultSelected))) {
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/**
 * What was written in a form before the page's scripts came stays written: React would put a text back to what it first held
 * (`initTextarea` of react-dom, at hydration too), and a field whose value it holds to that value.
 */
export function useTypedEarly(form: RefObject<HTMLFormElement | null>) {
  useLayoutEffect(() => {
    for (const field of form.current?.elements ?? []) tell(field);
  }, [form]);
}
