import { createHash } from 'node:crypto';

/** What the first event of a chain stands on. */
export const GENESIS = '0'.repeat(64);

/** The same text for the same facts, whatever the order of their keys; moments as ISO. */
const canonical = (event: Record<string, unknown>): string => JSON.stringify(Object.keys(event).sort().map((key) => [key, event[key]]));

/** SHA-256 over the hash before and the event, as 64 hex digits. */
export const chainHash = (previous: string, event: Record<string, unknown>): string =>
  createHash('sha256').update(`${previous}\n${canonical(event)}`).digest('hex');
