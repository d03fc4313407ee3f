import { v7 } from 'uuid';

/** Ids are made by the application, in time order (UUIDv7), so that both engines and a copy between them agree. */
export const newId = (): string => v7();

/** Whether a text from an address can be an id at all. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
