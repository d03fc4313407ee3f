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

/** Whether a body shows nothing at all. */
export const saysNothing = (doc: Doc): boolean =>
  docText(doc).trim() === '' && !doc.content.some(({ type }) => type === 'figure' || type === 'gallery' || type === 'embed' || type === 'document' || type === 'readAlso');
