import { docSchema, type Block, type Doc } from './doc.ts';
import { docText } from './doc-text.ts';
import { parseNotation } from './notation.ts';

/** Of both: what the editor wrote as JSON, or, where scripts do not run, a text in notation. Undefined when it is no body. */
export function readBodyField({ doc, text }: { doc?: string | undefined; text?: string | undefined }, stored: Block[] = []): Doc | undefined {
  if (!doc) return parseNotation(text ?? '', stored);
  try {
    return docSchema.safeParse(JSON.parse(doc)).data;
  } catch {
    return undefined;
  }
}

/** What was typed in notation, for the editor: a sign or a link that is wrong stays as the words that it was typed with. */
export const typedBody = (text: string, stored: Block[] = []): Doc =>
  parseNotation(text, stored) ?? {
    type: 'doc', v: 2, content: text.split('\n').filter((line) => line.trim()).map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line.trim() }] })),
  };

/** Whether a body shows nothing at all. */
export const saysNothing = (doc: Doc): boolean =>
  docText(doc).trim() === '' && !doc.content.some(({ type }) => type === 'figure' || type === 'gallery' || type === 'embed' || type === 'document' || type === 'readAlso');
