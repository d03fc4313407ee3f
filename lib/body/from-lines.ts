import type { Doc } from './doc.ts';
import { parseNotation } from './notation.ts';

/**
 * A body from one string a block, in the notation of forms without JavaScript editor. Throws if the body is
 * empty or contains an invalid link.
 */
export function docFromLines(lines: string[]): Doc {
  const text = lines.join('\n\n');
  const doc = text.trim() ? parseNotation(text) : undefined;
  if (!doc) throw new TypeError(`No body in ${JSON.stringify(text.slice(0, 80))}`);
  return doc;
}
