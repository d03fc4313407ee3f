import type { Inline } from './doc.ts';

type Text = Extract<Inline, { type: 'text' }>;
type Mark = NonNullable<Text['marks']>[number];

const ADDRESS = String.raw`https?:\/\/(?:[^\s()]|\([^\s()]*\))+`;
/**
 * The text between two signs has no such sign in it and no space at its ends. A sign after `\` does not
 * count.
 */
const TOKEN = new RegExp(
  [
    String.raw`\\(\n)`,
    String.raw`\\([^\s\p{L}])`,
    String.raw`\[((?:\\.|[^[\]\\])+)\]\((${ADDRESS})\)`,
    String.raw`\*\*\*(?=[^\s*])((?:\\.|[^\\])+?)(?<=[^\s\\])\*\*\*(?!\*)`,
    String.raw`\*\*(?=[^\s*])((?:\\.|[^\\])+?)(?<=[^\s\\])\*\*(?!\*)`,
    String.raw`\*(?=[^\s*])((?:\\.|\*\*(?=[^\s*])(?:\\.|[^\\*])+\*\*|[^\\*])+?)(?<=[^\s\\])\*(?!\*)`,
    String.raw`~~(?=[^\s~])((?:\\.|[^\\~])+?)(?<=[^\s\\])~~(?!~)`,
    String.raw`~((?:\\[^\s]|[^\\~\s])+?)~(?!~)`,
    String.raw`\^((?:\\[^\s]|[^\\^\s])+?)\^`,
    String.raw`\u2066((?:\\.|[^\\\u2066\u2069])+)\u2069`,
  ].join('|'),
  'gu',
);
const ORDER: Mark['type'][] = ['bold', 'italic', 'strike', 'sub', 'sup', 'ltr', 'link'];
/** From the outermost to the innermost. */
const WRITTEN: Mark['type'][] = ['link', 'ltr', 'bold', 'italic', 'strike', 'sub', 'sup'];

const withMark = (marks: Mark[], mark: Mark): Mark[] =>
  marks.some(({ type }) => type === mark.type)
    ? marks
    : [...marks, mark].sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type));

/** Joins neighbours with equal marks and sorts the marks, so that texts that look equal are equal. */
export function joinTexts(nodes: Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const node of nodes) {
    if (node.type === 'hardBreak') {
      joined.push(node);
      continue;
    }
    const marks = (node.marks ?? []).reduce<Mark[]>(withMark, []);
    const last = joined.at(-1);
    if (last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(marks))
      last.text += node.text;
    else joined.push({ type: 'text', text: node.text, ...(marks.length > 0 && { marks }) });
  }
  return joined;
}

function parse(text: string, marks: Mark[]): Inline[] {
  const nodes: Inline[] = [];
  const add = (words: string) => {
    if (words) nodes.push({ type: 'text', text: words, marks });
  };
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, lineEnd, sign, label, href, both, bold, italic, strike, low, high, ltr] = match;
    add(text.slice(end, match.index));
    if (lineEnd) nodes.push({ type: 'hardBreak' });
    else if (sign) add(sign);
    else if (label && href) nodes.push(...parse(label, withMark(marks, { type: 'link', attrs: { href } })));
    else if (both)
      nodes.push(...parse(both, withMark(withMark(marks, { type: 'bold' }), { type: 'italic' })));
    else if (bold) nodes.push(...parse(bold, withMark(marks, { type: 'bold' })));
    else if (italic) nodes.push(...parse(italic, withMark(marks, { type: 'italic' })));
    else if (strike) nodes.push(...parse(strike, withMark(marks, { type: 'strike' })));
    else if (low) nodes.push(...parse(low, withMark(marks, { type: 'sub' })));
    else if (high) nodes.push(...parse(high, withMark(marks, { type: 'sup' })));
    else if (ltr) nodes.push(...parse(ltr, withMark(marks, { type: 'ltr' })));
    end = match.index + whole.length;
  }
  add(text.slice(end));
  return nodes;
}

/**
 * Parses `**bold**`, `*italic*`, `~~struck~~`, `H~2~O`, `m^2^`, `[words](https://…)`. Left-to-right runs are
 * between the Unicode isolates U+2066 and U+2069, which also display correctly in a plain field. `\` escapes
 * the next sign; `\` at the end of a line is a line break.
 */
export const parseInlines = (text: string): Inline[] => joinTexts(parse(text, []));

const has = (node: Inline, type: Mark['type']) =>
  node.type === 'text' && node.marks?.find((mark): boolean => mark.type === type);

const SIGNS: Record<Exclude<Mark['type'], 'link'>, [before: string, after: string]> = {
  bold: ['**', '**'],
  italic: ['*', '*'],
  strike: ['~~', '~~'],
  sub: ['~', '~'],
  sup: ['^', '^'],
  ltr: ['\u2066', '\u2069'],
};

/** Prints neighbours that share a mark inside one pair of its signs, links outermost. */
function print(nodes: Inline[], types: Mark['type'][], escape: boolean): string {
  const [type, ...others] = types;
  if (!type)
    return nodes
      .map((node) =>
        node.type === 'hardBreak'
          ? '\\\n'
          : escape
            ? node.text.replace(/[\\*[\]~^\u2066\u2069]/g, String.raw`\$&`)
            : node.text,
      )
      .join('');
  const keyOf = (node: Inline) => JSON.stringify(has(node, type) ?? null);
  const runs: Inline[][] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    if (last && keyOf(last[0]!) === keyOf(node)) last.push(node);
    else runs.push([node]);
  }
  return runs
    .map((run) => {
      const words = print(run, others, escape);
      const mark = has(run[0]!, type);
      if (!mark) return words;
      if (mark.type === 'link') return `[${words}](${mark.attrs.href})`;
      const [before, after] = SIGNS[mark.type];
      return `${before}${words}${after}`;
    })
    .join('');
}

/** The inverse of `parseInlines`. With `escape` no character of the text itself is read as notation. */
export const printInlines = (nodes: Inline[], escape = false): string =>
  print(joinTexts(nodes), WRITTEN, escape);
