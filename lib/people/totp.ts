import { createHmac } from 'node:crypto';

const STEP_MS = 30_000;

export const stepAt = (at: Date): number => Math.floor(at.getTime() / STEP_MS);

/** The six digits of a step (RFC 4226 §5.3). The key is the secret's text, as better-auth stores it. */
export function codeOfStep(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', Buffer.from(secret, 'utf8')).update(counter).digest();
  const offset = mac[19]! & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/**
 * The step of a code among the accepted ones: the current, the previous and the next. The latest if two have
 * the same code.
 */
export const findStep = (secret: string, code: string, now: Date): number | undefined =>
  [1, 0, -1].map((n) => stepAt(now) + n).find((step) => codeOfStep(secret, step) === code);
