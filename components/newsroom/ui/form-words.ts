import { isCheck, isField, typeInto, type TypedField } from './typed-early.ts';

/** What a person typed or chose in a form, by field name. */
export type FormWords = Record<string, string[]>;

/**
 * Fields that name the version that the text is based on. The server rejects a form with an old one as stale.
 */
const STAMPS = ['stamp', 'seenAt', 'version'];
const NOT_KEPT = ['password', 'file', 'submit', 'button'];

function isKept(field: TypedField): boolean {
  if (!field.name || field.name.startsWith('$') || NOT_KEPT.includes(field.type)) return false;
  return field.type !== 'hidden' || STAMPS.includes(field.name) || 'kept' in field.dataset;
}

const fieldsOf = (form: HTMLFormElement): TypedField[] => [...form.elements].filter(isField).filter(isKept);

/**
 * A hidden field is included when it is a stamp, or has `data-kept` because a script writes typed text into
 * it.
 */
export function readWords(form: HTMLFormElement): FormWords {
  const words: FormWords = {};
  for (const field of fieldsOf(form)) {
    const list = (words[field.name] ??= []);
    if (!isCheck(field) || field.checked) list.push(field.value);
  }
  return words;
}

/**
 * Fired on a form whose text is restored, with that text, for a part that keeps its state outside form
 * fields.
 */
export const WORDS_RESTORED = 'midad:words';

/**
 * Fired on the window by code that needs the content of an editor now; the editor reports it with a delay.
 */
export const TELL_NOW = 'midad:tell-now';

function put(field: TypedField, values: string[]) {
  if (isCheck(field)) {
    if (field.checked !== values.includes(field.value)) field.click();
    return;
  }
  const value = values.shift();
  if (value === undefined || value === field.value) return;
  typeInto(field, value);
  const part = field.closest('details');
  if (part && value) part.open = true;
}

/** Puts text back where it was typed. A field that no longer exists is skipped. */
export function writeWords(form: HTMLFormElement, words: FormWords): void {
  const left = new Map(Object.entries(words).map(([name, values]) => [name, [...values]]));
  for (const field of fieldsOf(form)) {
    const values = left.get(field.name);
    if (values) put(field, values);
  }
  form.dispatchEvent(new CustomEvent(WORDS_RESTORED, { detail: words }));
}
