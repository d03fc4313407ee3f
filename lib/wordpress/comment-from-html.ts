import { Parser } from 'htmlparser2';

/** Elements whose content is not readable text. */
const DROPPED = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'noscript',
  'noembed',
  'noframes',
  'template',
  'svg',
  'math',
  'textarea',
  'select',
  'title',
  'xmp',
]);
const BLOCKS = new Set(
  'p div h1 h2 h3 h4 h5 h6 ul ol dl dt dd table tr pre section article header footer aside main nav figure figcaption details summary form fieldset address hr'.split(
    ' ',
  ),
);
/** Whitespace directly inside these is only layout. */
const LISTS = new Set(['ul', 'ol', 'dl', 'table', 'tbody', 'thead', 'tr']);
const MARKS: Record<string, string> = { b: '**', strong: '**', i: '_', em: '_', cite: '_' };
const LETTER_AT_END = /[\p{L}\p{N}\p{M}]$/u;

type Frame = { kind: 'text' | 'mark' | 'link' | 'quote' | 'quotation'; value: string; text: string };

const markLine = (line: string, mark: string) => {
  const core = line.trim();
  if (core === '' || core.includes(mark)) return line;
  const start = line.indexOf(core);
  return line.slice(0, start) + mark + core + mark + line.slice(start + core.length);
};

const quoteLines = (text: string) =>
  text
    .trim()
    .replace(/\n\s*\n+/g, '\n\n')
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

/**
 * A link becomes its URL if its text was a URL itself, whatever it claimed; else the URL follows the text.
 */
function writeLink(words: string, address: string): string {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return words;
  const shown = words.trim();
  if (shown === address) return words;
  return shown === '' || /^(?:https?:\/\/|www\.)/i.test(shown) ? url.href : `${words} (${url.href})`;
}

/** Converts the text of an element for the surrounding text. */
function close({ kind, value, text }: Frame, before: string): string {
  switch (kind) {
    case 'mark':
      // `_` joins words, so it marks only whole ones.
      if (value === '_' && LETTER_AT_END.test(before)) return text;
      return text
        .split('\n')
        .map((line) => markLine(line, value))
        .join('\n');
    case 'link':
      return writeLink(text, value);
    case 'quote':
      return text.trim() === '' ? '' : `\n\n${quoteLines(text)}\n\n`;
    case 'quotation':
      return `«${text}»`;
    case 'text':
      return text;
  }
}

function frameFor(name: string, attributes: Record<string, string>, open: Frame[]): Frame | null {
  const isOpen = (kind: Frame['kind'], value = '') =>
    open.some((frame) => frame.kind === kind && (value === '' || frame.value === value));
  const mark = Object.hasOwn(MARKS, name) ? MARKS[name]! : '';
  if (mark) return isOpen('mark', mark) ? null : { kind: 'mark', value: mark, text: '' };
  if (name === 'a')
    return isOpen('link') ? null : { kind: 'link', value: attributes.href?.trim() ?? '', text: '' };
  if (name === 'blockquote') return isOpen('quote') ? null : { kind: 'quote', value: '', text: '' };
  return name === 'q' && !isOpen('quotation') ? { kind: 'quotation', value: '', text: '' } : null;
}

/**
 * Converts a comment of WordPress (HTML with bare line breaks) to our format: paragraphs, quotes with `>`
 * (one level), `**bold**`, `_italic_`, links as plain URLs. Accepts any input; the result contains no HTML.
 */
export function commentFromHtml(html: string): string {
  const frames: Frame[] = [{ kind: 'text', value: '', text: '' }];
  const opened: { name: string; frame: Frame | null }[] = [];
  let dropped = 0;
  let isAfterBreak = false;
  const add = (text: string) => {
    frames.at(-1)!.text += text;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (DROPPED.has(name)) dropped++;
        const frame = dropped > 0 ? null : frameFor(name, attributes, frames);
        opened.push({ name, frame });
        if (dropped > 0) return;
        if (frame) frames.push(frame);
        else if (name === 'br') add('\n');
        else if (name === 'li') add('\n- ');
        else if (BLOCKS.has(name) || name === 'blockquote') add('\n\n');
        isAfterBreak = name === 'br';
      },
      ontext(text) {
        if (dropped > 0 || (LISTS.has(opened.at(-1)?.name ?? '') && text.trim() === '')) return;
        // A `<br />` and the line break after it count once.
        add(isAfterBreak ? text.replace(/^\r?\n/, '') : text);
        isAfterBreak = false;
      },
      onclosetag(name) {
        const { frame } = opened.pop() ?? { frame: null };
        if (DROPPED.has(name)) dropped--;
        if (frame) {
          frames.pop();
          add(close(frame, frames.at(-1)!.text));
        } else if (dropped === 0 && (BLOCKS.has(name) || name === 'blockquote')) add('\n\n');
      },
    },
    { decodeEntities: true },
  );
  parser.write(html.replaceAll('\r\n', '\n'));
  parser.end();
  return frames[0]!.text
    .replaceAll('\u00A0', ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
