import { v7 } from 'uuid';
import { sha256 } from '#lib/security/crypto.ts';

/**
 * Ids are made in code, in time order (UUIDv7), so that they are the same on both engines and in a copy
 * between them.
 */
export const newId = (): string => v7();

/**
 * A stable id for an imported record, made from its key and its time. It sorts by time among the other ids. A
 * record that is imported twice is stored once.
 */
export function idOf(key: string, time: Date): string {
  const hex = Math.max(0, time.getTime()).toString(16).padStart(12, '0');
  const hash = sha256(key);
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}

/**
 * The id of the record that a form creates, made from the key of the submission
 * (components/newsroom/ui/sending-key.ts). A form that is sent again after its response was lost creates no
 * second record. Undefined without a key (no JavaScript). The person's id is part of it, so that nobody can
 * reach the records of others.
 */
export function sentId(key: unknown, personId: string): string | undefined {
  const [whole, time] = (typeof key === 'string' && /^(\d{13})\.[0-9a-f]{32}$/.exec(key)) || [];
  return whole && idOf(`sent ${personId} ${whole}`, new Date(Number(time)));
}

/** Whether a text from a URL has the form of an id. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
