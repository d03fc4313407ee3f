import type { Doc, Inline } from './doc.ts';

function inlineLines(nodes: Inline[]): string {
  return nodes.map((node) => {
    if (node.type === 'hardBreak') return ' ';
    const link = node.marks?.find((mark) => mark.type === 'link');
    if (link) return `[${node.text}](${link.attrs.href})`;
    return node.marks?.some((mark) => mark.type === 'bold') ? `**${node.text}**` : node.text;
  }).join('');
}

/** The way back of `docFromLines`: a block a line. Blocks that it cannot write are left out. */
export const docToLines = (doc: Doc): string[] =>
  doc.content.flatMap((block) => {
    switch (block.type) {
      case 'paragraph':
        return [inlineLines(block.content)];
      case 'heading':
        return [`${'#'.repeat(block.attrs.level)} ${inlineLines(block.content)}`];
      case 'blockquote':
        return block.content.map((paragraph) => `> ${inlineLines(paragraph.content)}`);
      case 'bulletList':
      case 'orderedList':
        return block.content.map((item, n) => {
          const sign = block.type === 'bulletList' ? '-' : `${n + 1}.`;
          return `${sign} ${item.content.flatMap((part) => (part.type === 'paragraph' ? inlineLines(part.content) : [])).join(' ')}`;
        });
      default:
        return [];
    }
  });
