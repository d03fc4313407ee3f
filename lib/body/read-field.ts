import { docSchema, type Block, type Doc } from './doc.ts';
import { docText } from './doc-text.ts';
import { parseNotation, printNotation } from './notation.ts';

/**
 * Of both: what the editor wrote as JSON, or, where scripts do not run, a text in notation. Undefined when it
 * is no body.
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
 * What was typed in notation, for the editor: a line with a sign or a link that is wrong stays as the words
 * that it was typed with.
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

/** Whether a body shows nothing at all. */
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
