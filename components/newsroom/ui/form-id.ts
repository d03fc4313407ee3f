/*
 * A form with a kept copy has an id. The browser may submit the form before the page's scripts have hydrated
 * it. The page may then still store a copy as it unloads: scripts that load during the request cannot know
 * that the form was sent. The response reports it with this cookie, and a copy with that id is dropped
 * instead of restored.
 */
export const FORM_ID = 'formId';
export const SENT_COOKIE = 'midad_sent';
export const FORM_ID_SHAPE = /^[\w-]{1,64}$/;

export const newFormId = (): string =>
  Array.from({ length: 3 }, () => Math.random().toString(36).slice(2)).join('');

/** The id of the last form that the browser submitted itself and the server accepted. */
export const takenId = (): string | undefined => /(?:^|;\s*)midad_sent=([\w-]+)/.exec(document.cookie)?.[1];
