import type { Block, Doc, Inline } from './doc.ts';

const inlineText = (nodes: Inline[]) =>
  nodes.map((node) => (node.type === 'text' ? node.text : '\n')).join('');

type Item = Extract<Block, { type: 'bulletList' | 'orderedList' }>['content'][number];
const itemText = (item: Item): string => item.content.map(blockText).join('\n');

function blockText(node: Block): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'pullQuote':
      return inlineText(node.content);
    case 'blockquote':
    case 'correctionBox':
      return node.content.map(blockText).join('\n');
    case 'bulletList':
    case 'orderedList':
      return node.content.map(itemText).join('\n');
    case 'table':
      return node.content
        .map((row) => row.content.map((cell) => cell.content.map(blockText).join(' ')).join(' '))
        .join('\n');
    case 'figure':
      return node.attrs.caption;
    case 'gallery':
      return [node.attrs.caption, ...node.attrs.items.map((item) => item.caption)].filter(Boolean).join('\n');
    case 'codeBlock':
      return node.content.map(({ text }) => text).join('');
    case 'embed':
    case 'document':
      return node.attrs.title;
    case 'horizontalRule':
    case 'readAlso':
      return '';
  }
}

/** The text of a body, one block a line: for search, snippets and word counts. */
export const docText = (doc: Doc): string => doc.content.map(blockText).filter(Boolean).join('\n');

/** The ids of the pictures and documents in a body, without duplicates. */
export const docMediaIds = (doc: Doc): string[] => [
  ...new Set(
    doc.content.flatMap((node) => {
      if (node.type === 'figure' || node.type === 'document') return [node.attrs.mediaId];
      return node.type === 'gallery' ? node.attrs.items.map((item) => item.mediaId) : [];
    }),
  ),
];

/** The article numbers in the read-also boxes of a body, without duplicates. */
export const docArticleNumbers = (doc: Doc): number[] => [
  ...new Set(doc.content.flatMap((node) => (node.type === 'readAlso' ? node.attrs.articles : []))),
];
