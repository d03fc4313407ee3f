import { docSchema, type Block, type Doc, type Inline } from './doc.ts';

const INLINE = /\*\*(.+?)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g;

function parseInline(text: string): Inline[] {
  const nodes: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > end) nodes.push({ type: 'text', text: text.slice(end, match.index) });
    const [whole, bold, label, href] = match;
    if (bold) nodes.push({ type: 'text', text: bold, marks: [{ type: 'bold' }] });
    else if (label && href) nodes.push({ type: 'text', text: label, marks: [{ type: 'link', attrs: { href } }] });
    end = match.index + whole.length;
  }
  if (end < text.length) nodes.push({ type: 'text', text: text.slice(end) });
  return nodes;
}

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: parseInline(text) });

/**
 * A body from one string a block: plain text is a paragraph, `## ` a heading, `### ` a smaller one, `> ` a quote, and
 * neighbouring `- ` or `1. ` lines one list. `**bold**` and `[text](https://…)` work inside. Throws a ZodError on an empty body.
 */
export function docFromLines(lines: string[]): Doc {
  const content: Block[] = [];
  for (const line of lines.map((each) => each.trim()).filter(Boolean)) {
    const [, sign = '', rest = line] = /^(#{2,3}|>|-|\d+[.)])\s+([\s\S]+)$/.exec(line) ?? [];
    if (sign.startsWith('#')) {
      content.push({ type: 'heading', attrs: { level: sign.length === 2 ? 2 : 3 }, content: parseInline(rest) });
    } else if (sign === '>') {
      content.push({ type: 'blockquote', content: [paragraph(rest)] });
    } else if (sign) {
      const type = sign === '-' ? 'bulletList' : 'orderedList';
      const item = { type: 'listItem' as const, content: [paragraph(rest)] };
      const last = content.at(-1);
      if (last?.type === type) last.content.push(item);
      else content.push({ type, content: [item] });
    } else {
      content.push(paragraph(line));
    }
  }
  return docSchema.parse({ type: 'doc', v: 1, content });
}
