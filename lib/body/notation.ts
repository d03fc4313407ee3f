import { docSchema, EMPTY_DOC, type Block, type Doc } from './doc.ts';
import { docWith } from './doc-version.ts';
import { readNumber } from './list-start.ts';
import { joinTexts, parseInlines, printInlines } from './inline-notation.ts';

/*
 * A body as plain text, for forms without JavaScript editor. A line is a paragraph; `> ` a quote, `- ` or `1.
 * ` a list, `## ` and `### ` headings, `---` a rule. Neighbouring lines of one kind form one block. A block
 * that it cannot express is written as `[[n]]`: the n-th block of the stored body, which stays as it is.
 */
const KEPT = /^\[\[(\d{1,4})\]\]$/;
const LINE =
  /^(?:(?<heading>#{2,3})|(?<quote>>)|(?<bullet>[-–•])|(?<number>[\d٠-٩]{1,2}[.)-]))\s+(?<rest>[^]+)$/u;

type Paragraph = Extract<Block, { type: 'paragraph' }>;
const paragraph = (text: string): Paragraph => ({ type: 'paragraph', content: parseInlines(text) });

/** Trimmed lines; a line that ends with a single `\` continues in the next. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    const last = lines.at(-1);
    if (last !== undefined && /(?<!\\)(?:\\\\)*\\$/.test(last)) lines[lines.length - 1] = `${last}\n${line}`;
    else lines.push(line);
  }
  return lines;
}

function parseBlocks(text: string, stored: Block[]): Block[] {
  const blocks: Block[] = [];
  let isApart = true;
  for (const line of linesOf(text)) {
    const block = line && parseLine(line, stored);
    const last = blocks.at(-1);
    const isOwn = block && last && !stored.includes(block) && !stored.includes(last);
    // A list continues after a blank line; a quote ends there.
    if (isOwn && isList(block) && isList(last) && last.type === block.type)
      last.content.push(...block.content);
    else if (isOwn && !isApart && block.type === 'blockquote' && last.type === 'blockquote')
      last.content.push(...block.content);
    else if (block) blocks.push(block);
    isApart = !line;
  }
  return blocks;
}

type List = Extract<Block, { type: 'bulletList' | 'orderedList' }>;
const isList = (block: Block): block is List => block.type === 'bulletList' || block.type === 'orderedList';

function parseLine(line: string, stored: Block[]): Block {
  const kept = stored[Number(KEPT.exec(line)?.[1] ?? 0) - 1];
  if (kept) return kept;
  if (/^-{3,}$/.test(line)) return { type: 'horizontalRule' };
  const { heading, quote, bullet, number, rest = '' } = LINE.exec(line)?.groups ?? {};
  if (heading)
    return { type: 'heading', attrs: { level: heading.length === 2 ? 2 : 3 }, content: parseInlines(rest) };
  if (quote) return { type: 'blockquote', content: [paragraph(rest)] };
  const content: List['content'] = [{ type: 'listItem', content: [paragraph(rest)] }];
  if (bullet) return { type: 'bulletList', content };
  const start = readNumber(number?.replace(/\D$/u, ''));
  if (number) return { type: 'orderedList', ...(start !== 1 && { attrs: { start } }), content };
  return paragraph(line);
}

/**
 * Parses a text; `stored` are the blocks that its `[[n]]` refer to. Undefined if it contains an invalid link
 * or exceeds a limit of the schema.
 */
export function parseNotation(text: string, stored: Block[] = []): Doc | undefined {
  const content = parseBlocks(text, stored);
  const parsed = docSchema.safeParse(docWith(content.length > 0 ? content : EMPTY_DOC.content));
  return parsed.data;
}

/** Escapes a sign of the text itself that would start a block. */
const escapeStart = (line: string) =>
  line.replace(/^([-–•>#])/u, String.raw`\$1`).replace(/^([\d٠-٩]{1,2})([.)-])/u, String.raw`$1\$2`);

function printBlock(block: Block, escape: boolean): string | undefined {
  switch (block.type) {
    case 'paragraph':
      return escape ? escapeStart(printInlines(block.content, true)) : printInlines(block.content);
    case 'heading':
      return `${'#'.repeat(block.attrs.level)} ${printInlines(block.content, escape)}`;
    case 'blockquote':
      return block.content.map((each) => `> ${printInlines(each.content, escape)}`).join('\n');
    case 'bulletList':
    case 'orderedList':
      return block.content
        .map((item, n) => {
          const [first] = item.content;
          return `${block.type === 'bulletList' ? '-' : `${(block.attrs?.start ?? 1) + n}.`} ${first?.type === 'paragraph' ? printInlines(first.content, escape) : ''}`;
        })
        .join('\n');
    case 'horizontalRule':
      return '---';
    default:
      return undefined;
  }
}

/** A canonical form: equal for two bodies that read the same. */
const formOf = (blocks: Block[]): string =>
  JSON.stringify(blocks, (key, value: unknown) => {
    if (
      key === 'content' &&
      Array.isArray(value) &&
      value.some((node: { type?: string }) => node.type === 'text')
    )
      return joinTexts(value);
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  });

/**
 * Prints a body as text and lists the blocks that it contains as `[[n]]`. Parsing it with the same blocks
 * returns the same body.
 */
export function printNotation(blocks: Block[]): {
  text: string;
  kept: { number: number; type: Block['type'] }[];
} {
  const kept: { number: number; type: Block['type'] }[] = [];
  const texts: string[] = [];
  // An empty body is an empty text.
  if (formOf(blocks) === formOf(EMPTY_DOC.content)) return { text: '', kept };
  for (const [place, block] of blocks.entries()) {
    // Tries each block together with the block before it: only parsing the result finds every possible
    // misreading.
    const wanted = formOf(blocks.slice(Math.max(0, place - 1), place + 1));
    const written = [false, true]
      .map((escape) => printBlock(block, escape))
      .find(
        (text) => text && formOf(parseBlocks([...texts.slice(-1), text].join('\n\n'), blocks)) === wanted,
      );
    if (!written) kept.push({ number: place + 1, type: block.type });
    texts.push(written ?? `[[${place + 1}]]`);
  }
  return { text: texts.join('\n\n'), kept };
}
