import type { EditorNode } from './from-editor.ts';
import type { Direction } from './paste-direction.ts';

const [LRM, RLM, ALM] = ['\u200E', '\u200F', '\u061C'];
const OPENS: Record<string, Direction | 'auto'> = {
  '\u202A': 'ltr',
  '\u202D': 'ltr',
  '\u2066': 'ltr',
  '\u202B': 'rtl',
  '\u202E': 'rtl',
  '\u2067': 'rtl',
  '\u2068': 'auto',
};
const CLOSES = /[\u202C\u2069]/;
const ORDERS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u206F]/;
const ARABIC = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const RIGHT = /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const LEFT = /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}])\p{L}/u;

/** Wraps text in invisible isolates, which `runsOf` reads as a left-to-right run. */
export const leftToRight = (words: string): string => `\u2066${words}\u2069`;

type Char = { char: string; node: EditorNode; isLtr: boolean };
type Range = [start: number, end: number];

/**
 * Plain words and numbers need no run. With signs between them, or with right-to-left letters, their order
 * changes.
 */
const needsRun = (text: string) =>
  ARABIC.test(text) || !(/^[\p{L}\p{M}\s]*$/u.test(text) || /^\d+(?:[.,:/]\d+)*$/.test(text));

/**
 * A direction mark acts like an invisible letter: the characters beside it, up to a letter of the other
 * direction, are ordered with it.
 */
function rangesOfMarks(chars: Char[], marks: ReadonlySet<number>, walls: ReadonlySet<number>): Range[] {
  const ranges: Range[] = [];
  let [first, last]: (number | undefined)[] = [];
  let hasMark = false;
  function end() {
    if (hasMark && first !== undefined && last !== undefined) ranges.push([first, last]);
    first = last = undefined;
    hasMark = false;
  }
  for (let at = 0; at <= chars.length; at += 1) {
    if (walls.has(at)) end();
    if (marks.has(at)) {
      hasMark = true;
      first ??= at;
      last = at;
    }
    const char = chars[at]?.char ?? '\n';
    if (char === '\n' || RIGHT.test(char)) end();
    else if (LEFT.test(char) || (first !== undefined && /\d/.test(char))) {
      first ??= at;
      last = at + 1;
    }
  }
  return ranges;
}

/**
 * Removes the direction controls of a line. In a right-to-left line the text that they isolated gets the mark
 * `ltr` if its order would change without it. A left-to-right line needs no marks.
 */
export function runsOf(line: EditorNode[], direction: Direction): EditorNode[] {
  if (!line.some((node) => node.text && ORDERS.test(node.text))) return line;
  const chars: Char[] = [];
  const marks = new Set<number>();
  const walls = new Set<number>();
  const ranges: Range[] = [];
  const open: { direction: Direction | 'auto'; start: number }[] = [];
  const textOf = ([start, end]: Range) =>
    chars
      .slice(start, end)
      .map(({ char }) => char)
      .join('');
  function close() {
    const last = open.pop();
    if (!last) return;
    const range: Range = [last.start, chars.length];
    const first = [...textOf(range)].find((char) => LEFT.test(char) || RIGHT.test(char));
    if (last.direction === 'ltr' || (last.direction === 'auto' && first && LEFT.test(first)))
      ranges.push(range);
  }
  for (const node of line) {
    if (node.type === 'hardBreak') chars.push({ char: '\n', node, isLtr: false });
    for (const char of node.text ?? '') {
      if (OPENS[char]) open.push({ direction: OPENS[char], start: chars.length });
      else if (CLOSES.test(char)) close();
      else if (char === LRM) marks.add(chars.length);
      else if (char === RLM || char === ALM) walls.add(chars.length);
      else if (!ORDERS.test(char)) chars.push({ char, node, isLtr: false });
    }
  }
  while (open.length > 0) close();
  if (direction === 'rtl') {
    for (const range of [...ranges, ...rangesOfMarks(chars, marks, walls)]) mark(chars, range, textOf(range));
  }
  return join(chars);
}

function mark(chars: Char[], [start, end]: Range, text: string) {
  const trimmed = text.trim();
  // A whole sentence: its letters decide the direction, not the control characters around it.
  const isSentence = /\s/.test(trimmed) && ARABIC.test(trimmed) && start === 0 && end === chars.length;
  if (!trimmed || isSentence || !needsRun(trimmed)) return;
  const [first, last] = [
    start + text.length - text.trimStart().length,
    end - (text.length - text.trimEnd().length),
  ];
  for (const each of chars.slice(first, last)) each.isLtr = each.char !== '\n';
}

/** Joins neighbouring characters of one node and one direction to nodes. */
function join(chars: Char[]): EditorNode[] {
  const nodes: EditorNode[] = [];
  let before: Char | undefined;
  for (const each of chars) {
    const { char, node, isLtr } = each;
    const last = nodes.at(-1);
    if (node.type === 'hardBreak') nodes.push(node);
    else if (last && before?.node === node && before.isLtr === isLtr) last.text += char;
    else
      nodes.push({ ...node, text: char, ...(isLtr && { marks: [...(node.marks ?? []), { type: 'ltr' }] }) });
    before = each;
  }
  return nodes;
}
