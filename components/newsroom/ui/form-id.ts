/*
 * A form whose words the browser keeps has an id of its own. Sent by the browser itself, before the page's
 * scripts had it in hand, the page that is left may keep the words at its end all the same: scripts that come
 * while the answer is on its way cannot know that it was sent. The answer says so with this cookie, and a
 * copy with that id is dropped instead of put back.
 */
export const FORM_ID = 'formId';
export const SENT_COOKIE = 'midad_sent';
export const FORM_ID_SHAPE = /^[\w-]{1,64}$/;

export const newFormId = (): string =>
  Array.from({ length: 3 }, () => Math.random().toString(36).slice(2)).join('');

/** The form that the browser itself sent last, and that was taken. */
export const takenId = (): string | undefined => /(?:^|;\s*)midad_sent=([\w-]+)/.exec(document.cookie)?.[1];
