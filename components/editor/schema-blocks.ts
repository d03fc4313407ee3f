import { Node, type NodeConfig } from '@tiptap/core';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { toBlocks } from '#lib/body/from-editor.ts';
import { CorrectionView } from './correction-view.tsx';
import { DocumentView } from './document-view.tsx';
import { EmbedView } from './embed-view.tsx';
import { FigureView } from './figure-view.tsx';
import { GalleryView } from './gallery-view.tsx';
import { PullQuoteView } from './pull-quote-view.tsx';
import { ReadAlsoView } from './read-also-view.tsx';

/**
 * On the clipboard a block carries all its attributes. A pasted block passes the same validation as
 * everything that is stored.
 */
function stored(name: string, defaults: Record<string, unknown>, hasContent: boolean): Partial<NodeConfig> {
  const mark = `data-body-${name.toLowerCase()}`;
  return {
    name,
    group: 'block',
    addAttributes: () =>
      Object.fromEntries(
        Object.entries(defaults).map(([key, value]) => [key, { default: value, rendered: false }]),
      ),
    parseHTML: () => [
      {
        tag: `[${mark}]`,
        getAttrs: (element) => {
          try {
            const [block] = toBlocks(
              { type: name, attrs: JSON.parse(element.getAttribute(mark) ?? '') as Record<string, unknown> },
              'rtl',
            );
            return block?.type === name && 'attrs' in block ? (block.attrs ?? {}) : false;
          } catch {
            return false;
          }
        },
      },
    ],
    renderHTML: ({ node }) =>
      hasContent
        ? ['div', { [mark]: JSON.stringify(node.attrs) }, 0]
        : ['div', { [mark]: JSON.stringify(node.attrs) }],
  };
}

const PICTURE = { mediaId: '', caption: '', credit: '', alt: '', decorative: false };

/** Leaves the events of a block's fields and buttons to the block, and drags inside it too. */
function keepEvents({ event }: { event: Event }): boolean {
  const target = event.target as HTMLElement;
  if (event.type === 'drop' || event.type.startsWith('drag'))
    return target.closest?.('[data-gallery-item]') !== null;
  return target.closest?.('input, textarea, button, label, a, [data-gallery-item]') !== null;
}

const Figure = Node.create({
  ...stored('figure', PICTURE, false),
  draggable: true,
  addNodeView: () => ReactNodeViewRenderer(FigureView),
});
const Gallery = Node.create({
  ...stored('gallery', { items: [], caption: '' }, false),
  addNodeView: () => ReactNodeViewRenderer(GalleryView, { stopEvent: keepEvents }),
});
const Embed = Node.create({
  ...stored('embed', { provider: 'map', url: '', title: '' }, false),
  draggable: true,
  addNodeView: () => ReactNodeViewRenderer(EmbedView),
});
const ReadAlso = Node.create({
  ...stored('readAlso', { articles: [] }, false),
  draggable: true,
  addNodeView: () => ReactNodeViewRenderer(ReadAlsoView),
});
const DocumentBlock = Node.create({
  ...stored('document', { mediaId: '', title: '' }, false),
  draggable: true,
  addNodeView: () => ReactNodeViewRenderer(DocumentView),
});
const CorrectionBox = Node.create({
  ...stored('correctionBox', { date: '' }, true),
  content: 'paragraph+',
  defining: true,
  addNodeView: () => ReactNodeViewRenderer(CorrectionView),
});
const PullQuote = Node.create({
  ...stored('pullQuote', { by: '' }, true),
  content: 'inline*',
  defining: true,
  addNodeView: () => ReactNodeViewRenderer(PullQuoteView),
});

export const blockNodes = [Figure, Gallery, Embed, DocumentBlock, ReadAlso, CorrectionBox, PullQuote];
