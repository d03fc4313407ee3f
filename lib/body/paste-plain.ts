import type { EditorNode } from './from-editor.ts';
import type { Direction } from './paste-direction.ts';
import { settleLine } from './paste-lines.ts';
import { cleanPastedWords } from './paste-text.ts';
import { readableText } from './readable-address.ts';
import { cleanAddress } from './web-address.ts';

type Marks = NonNullable<EditorNode['marks']>;

/**
 * WhatsApp's formatting signs, which people use elsewhere too. Only around whole words, so that 5*3*2 and
 * file_name_2 stay.
 */
const SIGNED =
  /(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_\n]+?|\*[^*\n]+\*|_[^_\n]+_)(?<=\S)\1(?![\p{L}\p{N}*_])/gu;
const ADDRESS = /https?:\/\/[^\s<>«»"“”]+[^\s<>«»"“”.,،؛;:!?؟)\]}]/g;

const text = (words: string, marks: Marks): EditorNode[] =>
  words ? [{ type: 'text', text: words, ...(marks.length > 0 && { marks }) }] : [];

function linked(words: string, marks: Marks): EditorNode[] {
  const nodes: EditorNode[] = [];
  let end = 0;
  for (const { 0: address, index } of words.matchAll(ADDRESS)) {
    const href = cleanAddress(address);
    if (!href) continue;
    nodes.push(
      ...text(words.slice(end, index), marks),
      ...text(readableText(href === `${address}/` ? address : href), [
        { type: 'link', attrs: { href } },
        ...marks,
      ]),
    );
    end = index + address.length;
  }
  return [...nodes, ...text(words.slice(end), marks)];
}

function signed(words: string, marks: Marks): EditorNode[] {
  const nodes: EditorNode[] = [];
  let end = 0;
  for (const { 0: whole, 1: sign, 2: inner, index } of words.matchAll(SIGNED)) {
    if (isInAddress(words, index)) continue;
    nodes.push(
      ...linked(words.slice(end, index), marks),
      ...signed(inner!, [...marks, { type: sign === '*' ? 'bold' : 'italic' }]),
    );
    end = index + whole.length;
  }
  return [...nodes, ...linked(words.slice(end), marks)];
}

const isInAddress = (words: string, at: number) =>
  [...words.matchAll(ADDRESS)].some(({ 0: address, index }) => index <= at && at < index + address.length);

/**
 * Converts pasted plain text (a message, a mail, a text editor) to paragraphs. Each line becomes one; empty
 * lines are dropped. Times and names of a chat stay: they show who said what, and an editor decides.
 */
export const paragraphsOf = (pasted: string, direction: Direction): EditorNode[] =>
  pasted.split(/\r\n?|[\n\u2028\u2029]/).flatMap((line) => {
    const settled = settleLine(signed(cleanPastedWords(line), []), undefined, direction);
    return settled ? [{ type: 'paragraph', ...settled }] : [];
  });
