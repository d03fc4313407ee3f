import type { BodyContext } from './context.ts';
import type { Block, Doc, Inline } from './doc.ts';
import { splitAttribution } from './attribution.ts';
import type { Attributes, Output } from './output.ts';
import { spokenDirection } from './quote-direction.ts';
import { splitRuns, type Dir } from './split-runs.ts';
import { walkDocument, walkEmbed, walkFigure, walkGallery, walkReadAlso } from './walk-parts.ts';

const hrefOf = (node: Inline) =>
  node.type === 'text' ? node.marks?.find((mark) => mark.type === 'link')?.attrs.href : undefined;

/** Groups neighbours with the same link, so that a link with a bold word in it stays one link. */
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

/** Marks and their elements, innermost first. */
const MARKS = [
  ['sub', 'sub'],
  ['sup', 'sup'],
  ['strike', 's'],
  ['italic', 'em'],
  ['bold', 'strong'],
] as const;

function walkText<T>(node: Inline, { element, piece }: Output<T>): T {
  if (node.type === 'hardBreak') return element('br', {}, []);
  let words = piece(node.text);
  for (const [type, name] of MARKS)
    if (node.marks?.some((mark) => mark.type === type)) words = element(name, {}, [words]);
  return words;
}

/** Isolates what runs against the line, whatever marks are inside it. */
const walkRuns = <T>(nodes: Inline[], output: Output<T>, dir: Dir): T[] =>
  splitRuns(nodes, dir).flatMap((run) => {
    const words = run.nodes.map((node) => walkText(node, output));
    return run.isIsolated ? [output.element('bdi', { dir: dir === 'rtl' ? 'ltr' : 'rtl' }, words)] : words;
  });

function walkInlines<T>(nodes: Inline[], output: Output<T>, dir: Dir = output.dir): T[] {
  return linkRuns(nodes).flatMap((run) => {
    const words = walkRuns(run.nodes, output, dir);
    // An editor chose the link and vouches for it, so it has no nofollow. Links in readers' comments differ.
    return run.href === undefined ? words : [output.element('a', { href: run.href, rel: 'noopener' }, words)];
  });
}

type Paragraph = Extract<Block, { type: 'paragraph' }>;
type List = Extract<Block, { type: 'bulletList' | 'orderedList' }>;

const ownDir = (node: { attrs?: { dir?: 'rtl' | 'ltr' | undefined } | undefined }): Attributes =>
  node.attrs?.dir ? { dir: node.attrs.dir } : {};

const walkParagraph = <T>(node: Paragraph, output: Output<T>, dir = output.dir): T =>
  output.element('p', ownDir(node), walkInlines(node.content, output, node.attrs?.dir ?? dir));

function walkSpoken<T>(line: Paragraph, output: Output<T>, around: Dir): T {
  const dir = line.attrs?.dir ?? spokenDirection([line.content]) ?? around;
  return output.element('p', dir === around ? ownDir(line) : { dir }, walkInlines(line.content, output, dir));
}

function walkQuote<T>(block: Extract<Block, { type: 'blockquote' }>, output: Output<T>): T {
  const { element } = output;
  const said = splitAttribution(block);
  // The quote's direction decides the side of the rule. A paragraph in another language has its own.
  const dir =
    block.attrs?.dir ?? spokenDirection(said ? [said.words] : block.content.map((each) => each.content));
  const direction = dir ? { dir } : {};
  if (!said)
    return element(
      'blockquote',
      direction,
      block.content.map((each) => walkSpoken(each, output, dir ?? output.dir)),
    );
  // The speaker is not part of the quoted words, so the name is outside the blockquote.
  const words = element('blockquote', {}, [element('p', {}, walkInlines(said.words, output, dir))]);
  return element('figure', { class: 'quote', ...direction }, [
    words,
    element('figcaption', {}, walkInlines(said.speaker, output, dir)),
  ]);
}

function walkList<T>(list: List, output: Output<T>, around = output.dir): T {
  const { element } = output;
  const dir = list.attrs?.dir ?? around;
  const items = list.content.map((item) =>
    element(
      'li',
      {},
      item.content.map((each) =>
        each.type === 'paragraph' ? walkParagraph(each, output, dir) : walkList(each, output, dir),
      ),
    ),
  );
  if (list.type === 'bulletList') return element('ul', ownDir(list), items);
  const start = list.attrs?.start;
  return element('ol', { ...ownDir(list), ...(start !== undefined && { start: String(start) }) }, items);
}

function walkTable<T>(
  table: Extract<Block, { type: 'table' }>,
  output: Output<T>,
  { words }: BodyContext,
): T {
  const { element } = output;
  const rows = table.content.map((row) =>
    element(
      'tr',
      {},
      row.content.map((cell) => {
        const spans: Attributes = {
          ...((cell.attrs?.colspan ?? 1) > 1 && { colspan: String(cell.attrs!.colspan) }),
          ...((cell.attrs?.rowspan ?? 1) > 1 && { rowspan: String(cell.attrs!.rowspan) }),
        };
        return element(
          cell.type === 'tableHeader' ? 'th' : 'td',
          spans,
          cell.content.map((each) => walkParagraph(each, output)),
        );
      }),
    ),
  );
  const inner = element('table', {}, [element('tbody', {}, rows)]);
  // Wide tables scroll inside themselves, also by keyboard.
  return output.isFeed
    ? inner
    : element('div', { class: 'table-scroll', tabindex: '0', role: 'group', 'aria-label': words.table }, [
        inner,
      ]);
}

function walkBlock<T>(block: Block, output: Output<T>, context: BodyContext): T | undefined {
  const { element, text } = output;
  switch (block.type) {
    case 'paragraph':
      return walkParagraph(block, output);
    case 'heading':
      return element(
        block.attrs.level === 2 ? 'h2' : 'h3',
        ownDir(block),
        walkInlines(block.content, output, block.attrs.dir),
      );
    case 'blockquote':
      return walkQuote(block, output);
    case 'pullQuote': {
      const dir = spokenDirection([block.content]) ?? output.dir;
      const said = element('p', {}, walkInlines(block.content, output, dir));
      return element(
        'aside',
        { class: 'pull-quote', ...(dir !== output.dir && { dir }) },
        block.attrs.by ? [said, element('p', { class: 'pull-quote-by' }, [text(block.attrs.by)])] : [said],
      );
    }
    case 'bulletList':
    case 'orderedList':
      return walkList(block, output);
    case 'figure':
      return walkFigure(block, output, context);
    case 'gallery':
      return walkGallery(block, output, context);
    case 'embed':
      return walkEmbed(block, output, context);
    case 'table':
      return walkTable(block, output, context);
    case 'codeBlock':
      return element('pre', { dir: 'ltr' }, [
        element(
          'code',
          {},
          block.content.map((each) => output.piece(each.text)),
        ),
      ]);
    case 'horizontalRule':
      return element('hr', {}, []);
    case 'document':
      return walkDocument(block, output, context);
    case 'readAlso':
      return walkReadAlso(block, output, context);
    case 'correctionBox': {
      const { date } = block.attrs;
      const head = element('p', { class: 'correction-head' }, [
        text(`${context.words.correction} · `),
        element('time', { datetime: date }, [output.piece(context.words.formatDay(date))]),
      ]);
      return element('aside', { class: 'correction-box' }, [
        head,
        ...block.content.map((each) => walkParagraph(each, output)),
      ]);
    }
  }
}

/** The only place that maps nodes to elements. Pages and feeds differ only in their `Output`. */
export const walkBody = <T>(doc: Doc, output: Output<T>, context: BodyContext): T[] =>
  doc.content.map((block) => walkBlock(block, output, context)).filter((part) => part !== undefined);
