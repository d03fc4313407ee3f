import { linkHost } from './link-host.ts';

/** The parts of a line of a comment. `host` is where a link leads, whatever its text looks like. */
export type CommentPart =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic'; parts: CommentPart[] }
  | { kind: 'link'; text: string; href: string; host: string };
type Line = CommentPart[];
export type CommentBlock = { kind: 'paragraph'; lines: Line[] } | { kind: 'quote'; paragraphs: Line[][] };

/** Marks that come in pairs. A single `*` is not one, because people write footnotes* with it. */
const MARKS = { '**': 'bold', _: 'italic' } as const;
type Mark = keyof typeof MARKS;
const isMark = (run: string): run is Mark => Object.hasOwn(MARKS, run);

/**
 * An address ends at characters that cannot be in it or would hide its end. Runs of marks count only as `**`
 * or `_`.
 */
const TOKEN = /https?:\/\/[^\s<>"'«»“”\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+|\*+|_+/gi;
/**
 * Signs that close a sentence, or a mark, are not part of the address before them (as in GitHub's Markdown).
 */
const CLOSING = new Set('.,،؛;:!?؟)]*_');
const SPACE = /\s/;
const WORD = /[\p{L}\p{N}\p{M}]/u;
/** People who write from right to left put direction marks before the sign. */
const QUOTE_SIGN = /^[ \u061C\u200E\u200F]*> ?/;

/** Removes signs after an address. Keeps a bracket that was opened in it: `/wiki/ليبيا_(توضيح)`. */
function trimAddress(address: string): string {
  let spare = address.split(')').length - address.split('(').length;
  let end = address.length;
  for (; CLOSING.has(address[end - 1] ?? ''); end--) {
    if (address[end - 1] === ')' && spare-- <= 0) break;
  }
  return address.slice(0, end);
}

function readLink(text: string): Extract<CommentPart, { kind: 'link' }> | null {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  return { kind: 'link', text, href: url.href, host: linkHost(url) };
}

function addPart(parts: Line, part: CommentPart) {
  const last = parts.at(-1);
  if (part.kind === 'text' && last?.kind === 'text') last.text += part.text;
  else if (part.kind !== 'text' || part.text !== '') parts.push(part);
}

/**
 * The open parts of a line: the line itself, then at most one of each mark. This limits the depth to three
 * and the time to linear, for any input.
 */
type Open = { mark: Mark | ''; parts: Line };

/**
 * Moves the parts of the innermost open mark to its parent: inside the mark if it is paired, else after the
 * mark as text.
 */
function closeLast(open: Open[], isPaired: boolean) {
  const { mark, parts } = open.pop()!;
  const outer = open.at(-1)!.parts;
  if (mark && isPaired) outer.push({ kind: MARKS[mark], parts });
  else for (const part of [{ kind: 'text' as const, text: mark }, ...parts]) addPart(outer, part);
}

function readMark(open: Open[], mark: Mark, before: string, after: string) {
  // `_` joins words (file_name), so it marks only whole ones; `**` may be inside a word, as in و**الكتاب**.
  const opens = !SPACE.test(after) && !(mark === '_' && WORD.test(before));
  const closes = !SPACE.test(before) && !(mark === '_' && WORD.test(after));
  const isOpen = open.some((each) => each.mark === mark);
  if (isOpen && closes) {
    while (open.at(-1)!.mark !== mark) closeLast(open, false);
    closeLast(open, true);
  } else if (!isOpen && opens) open.push({ mark, parts: [] });
  else addPart(open.at(-1)!.parts, { kind: 'text', text: mark });
}

function parseLine(line: string): Line {
  const open: Open[] = [{ mark: '', parts: [] }];
  const token = new RegExp(TOKEN);
  let end = 0;
  const addText = (to: number) => addPart(open.at(-1)!.parts, { kind: 'text', text: line.slice(end, to) });
  for (let match = token.exec(line); match; match = token.exec(line)) {
    const [run] = match;
    const found = isMark(run) ? run : readLink(trimAddress(run));
    if (!found) continue;
    addText(match.index);
    end = match.index + (typeof found === 'string' ? found : found.text).length;
    if (typeof found === 'string') readMark(open, found, line[match.index - 1] ?? ' ', line[end] ?? ' ');
    else addPart(open.at(-1)!.parts, found);
    token.lastIndex = end;
  }
  addText(line.length);
  while (open.length > 1) closeLast(open, false);
  return open[0]!.parts;
}

/** Runs of lines between empty ones. */
function splitParagraphs(lines: string[]): string[][] {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() !== '') paragraphs.at(-1)!.push(line);
    else if (paragraphs.at(-1)!.length > 0) paragraphs.push([]);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

function parseRun(lines: string[], isQuote: boolean): CommentBlock[] {
  const quoted = isQuote ? splitParagraphs(lines.map((line) => line.replace(QUOTE_SIGN, ''))) : [];
  if (quoted.length > 0)
    return [{ kind: 'quote', paragraphs: quoted.map((paragraph) => paragraph.map(parseLine)) }];
  return splitParagraphs(lines).map((paragraph) => ({ kind: 'paragraph', lines: paragraph.map(parseLine) }));
}

/**
 * Parses plain text to a tree of paragraphs and quotes, never HTML. Lines that begin with `>` are a quote
 * (one level; a second `>` stays). `**bold**` and `_italic_` work within a line; addresses become links. A
 * mark without its partner stays as typed.
 */
export function parseCommentText(text: string): CommentBlock[] {
  const runs: { lines: string[]; isQuote: boolean }[] = [];
  for (const line of text.split('\n')) {
    const isQuote = QUOTE_SIGN.test(line);
    const last = runs.at(-1);
    if (last && last.isQuote === isQuote) last.lines.push(line);
    else runs.push({ lines: [line], isQuote });
  }
  return runs.flatMap(({ lines, isQuote }) => parseRun(lines, isQuote));
}
