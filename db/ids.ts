import { v7 } from 'uuid';

/** Ids are made by the application, in time order (UUIDv7), so that both engines and a copy between them agree. */
export const newId = (): string => v7();
