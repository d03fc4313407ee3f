import { v7 } from 'uuid';
import { sha256 } from '#lib/security/crypto.ts';

/**
 * Ids are made by the application, in time order (UUIDv7), so that both engines and a copy between them
 * agree.
 */
export const newId = (): string => v7();

/**
 * The same id each time for a thing that came from elsewhere, in time order among the others: what is read
 * twice is stored once.
 */
export function idOf(key: string, time: Date): string {
  const hex = Math.max(0, time.getTime()).toString(16).padStart(12, '0');
  const hash = sha256(key);
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}

/**
 * The id of what a form makes, by the key that the browser gives each sending
 * (components/newsroom/ui/sending-key.ts): a form whose answer was lost, and that is sent again, makes
 * nothing twice. Undefined without a key (no scripts). Whose form it is goes into the id, so that nobody
 * meets what others made.
 */
export function sentId(key: unknown, personId: string): string | undefined {
  const [whole, time] = (typeof key === 'string' && /^(\d{13})\.[0-9a-f]{32}$/.exec(key)) || [];
  return whole && idOf(`sent ${personId} ${whole}`, new Date(Number(time)));
}

/**
 * Lower than every id made from that moment on: ids begin with their time, so they can stand in for an index
 * on it.
 */
export function firstIdOf(time: Date): string {
  const hex = Math.max(0, time.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** Whether a text from an address can be an id at all. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
