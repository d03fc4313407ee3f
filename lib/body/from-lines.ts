import type { Doc } from './doc.ts';
import { parseNotation } from './notation.ts';

/**
 * A body from one string a block, each in the notation of forms without an editor. Throws on a body that says
 * nothing, and on a link that is none.
 */
export function docFromLines(lines: string[]): Doc {
  const text = lines.join('\n\n');
  const doc = text.trim() ? parseNotation(text) : undefined;
  if (!doc) throw new TypeError(`No body in ${JSON.stringify(text.slice(0, 80))}`);
  return doc;
}
