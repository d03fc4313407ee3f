import { docSchema, type Block, type Doc } from './doc.ts';
import { docText } from './doc-text.ts';
import { parseNotation, printNotation } from './notation.ts';

/**
 * Reads a body from a form: JSON from the editor, or notation if JavaScript did not run. Undefined if it is
 * not a valid body.
 */
export function readBodyField(
  { doc, text }: { doc?: string | undefined; text?: string | undefined },
  stored: Block[] = [],
): Doc | undefined {
  if (!doc) return parseNotation(text ?? '', stored);
  try {
    return docSchema.safeParse(JSON.parse(doc)).data;
  } catch {
    return undefined;
  }
}

const wordsOf = (line: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text: line.trim() }],
});

/**
 * Converts typed notation for the editor. A line with an invalid sign or link stays as the text that was
 * typed.
 */
export function typedBody(text: string, stored: Block[] = []): Doc {
  const right = (typed: string) => parseNotation(typed, stored);
  const lines = text.split('\n');
  const mended = () =>
    lines.map((line) => (right(line) ? line : printNotation([wordsOf(line)]).text)).join('\n');
  return (
    right(text) ??
    right(mended()) ?? { type: 'doc', v: 2, content: lines.filter((line) => line.trim()).map(wordsOf) }
  );
}

/** Whether a body shows nothing. */
export const saysNothing = (doc: Doc): boolean =>
  docText(doc).trim() === '' &&
  !doc.content.some(
    ({ type }) =>
      type === 'figure' ||
      type === 'gallery' ||
      type === 'embed' ||
      type === 'document' ||
      type === 'readAlso',
  );
