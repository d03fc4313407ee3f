import type { Block, Doc, Inline } from './doc.ts';
import { splitAttribution } from './attribution.ts';
import { quoteDirection } from './quote-direction.ts';

type ElementName = 'a' | 'br' | 'blockquote' | 'figcaption' | 'figure' | 'h2' | 'h3' | 'li' | 'ol' | 'p' | 'strong' | 'ul';
type Attributes = { href?: string; rel?: string; dir?: 'rtl' | 'ltr' };

/** What a body becomes: React nodes for a page, a string for a feed. */
export type Output<T> = {
  element: (name: ElementName, attributes: Attributes, children: T[]) => T;
  text: (text: string) => T;
};

const hrefOf = (node: Inline) => (node.type === 'text' ? node.marks?.find((mark) => mark.type === 'link')?.attrs.href : undefined);

/** Neighbours under the same link, so that a link with a bold word in it stays one link. */
function linkRuns(nodes: Inline[]): { href: string | undefined; nodes: Inline[] }[] {
  const runs: { href: string | undefined; nodes: Inline[] }[] = [];
  for (const node of nodes) {
    const href = hrefOf(node);
    const last = runs.at(-1);
    if (last && last.href === href) last.nodes.push(node);
    else runs.push({ href, nodes: [node] });
  }
  return runs;
}

function walkText<T>(node: Inline, { element, text }: Output<T>): T {
  if (node.type === 'hardBreak') return element('br', {}, []);
  const isBold = node.marks?.some((mark) => mark.type === 'bold');
  return isBold ? element('strong', {}, [text(node.text)]) : text(node.text);
}

function walkInlines<T>(nodes: Inline[], output: Output<T>): T[] {
  return linkRuns(nodes).flatMap((run) => {
    const words = run.nodes.map((node) => walkText(node, output));
    // An editor chose the link and vouches for it: no nofollow. Readers' links in comments are another matter.
    return run.href === undefined ? words : [output.element('a', { href: run.href, rel: 'noopener' }, words)];
  });
}

function walkBlock<T>(block: Block, output: Output<T>): T {
  const { element } = output;
  const walkAll = (blocks: Block[]) => blocks.map((each) => walkBlock(each, output));
  switch (block.type) {
    case 'paragraph':
      return element('p', {}, walkInlines(block.content, output));
    case 'heading':
      return element(block.attrs.level === 2 ? 'h2' : 'h3', {}, walkInlines(block.content, output));
    case 'blockquote': {
      const dir = quoteDirection(block);
      const direction = dir ? { dir } : {};
      const said = splitAttribution(block);
      if (!said) return element('blockquote', direction, walkAll(block.content));
      // Who spoke is no part of what was said: it stands outside the quotation.
      const words = element('blockquote', {}, [element('p', {}, walkInlines(said.words, output))]);
      return element('figure', direction, [words, element('figcaption', {}, walkInlines(said.speaker, output))]);
    }
    case 'pullQuote':
    case 'correctionBox':
    case 'table':
    case 'codeBlock':
    case 'figure':
    case 'gallery':
    case 'embed':
    case 'readAlso':
    case 'horizontalRule':
      return element('p', {}, []);
    case 'bulletList':
    case 'orderedList': {
      const items = block.content.map((item) => element('li', {}, walkAll(item.content)));
      return element(block.type === 'bulletList' ? 'ul' : 'ol', {}, items);
    }
  }
}

/** The one place that says which element a node becomes; pages and feeds differ only in what they make of it. */
export const walkBody = <T>(doc: Doc, output: Output<T>): T[] => doc.content.map((block) => walkBlock(block, output));
