import { isCheck, isField, typeInto, type TypedField } from './typed-early.ts';

/** What somebody typed or chose in a form, by the names of its fields. */
export type FormWords = Record<string, string[]>;

/**
 * They say which state of things the words are about: sent again with an old one, a form is refused as stale.
 */
const STAMPS = ['stamp', 'seenAt', 'version'];
const NOT_KEPT = ['password', 'file', 'submit', 'button'];

function isKept(field: TypedField): boolean {
  if (!field.name || field.name.startsWith('$') || NOT_KEPT.includes(field.type)) return false;
  return field.type !== 'hidden' || STAMPS.includes(field.name) || 'kept' in field.dataset;
}

const fieldsOf = (form: HTMLFormElement): TypedField[] => [...form.elements].filter(isField).filter(isKept);

/**
 * A hidden field is part of it when it is a stamp, or has `data-kept` because a script writes into it what
 * was typed.
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
 * Fired at a form whose words come back, with the words: for a part that holds its own elsewhere than in
 * fields.
 */
export const WORDS_RESTORED = 'midad:words';

/**
 * Fired at the window by who needs to know now what stands in an editor, whose own word comes a little later.
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

/** Puts words back where they were typed; a field that is not there any more is passed over. */
export function writeWords(form: HTMLFormElement, words: FormWords): void {
  const left = new Map(Object.entries(words).map(([name, values]) => [name, [...values]]));
  for (const field of fieldsOf(form)) {
    const values = left.get(field.name);
    if (values) put(field, values);
  }
  form.dispatchEvent(new CustomEvent(WORDS_RESTORED, { detail: words }));
}
