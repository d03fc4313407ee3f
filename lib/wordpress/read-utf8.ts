import { writableText } from '#lib/text/escape-markup.ts';
import { WxrFault } from './wxr.ts';

const DECLARED = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]{1,40})["']/;

const countLines = (text: string) => text.split('\n').length - 1;

/** Accepts only UTF-8: guessing the encoding would store thousands of comments as «Ø§Ù„». */
function mustBeUtf8(start: Uint8Array) {
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new WxrFault('The file is in UTF-16. Save it as UTF-8.', 1);
  const declared = DECLARED.exec(
    Buffer.from(start.subarray(0, 400)).toString('latin1').replace(/^ï»¿/, ''),
  )?.[1];
  if (declared && !/^utf-?8$/i.test(declared))
    throw new WxrFault(`The file is in ${declared}. Save it as UTF-8, and say so in its first line.`, 1);
}

/**
 * Decodes a file in pieces. Removes a byte order mark, and control characters that plugins leave in comments
 * and XML forbids. Throws at the first byte that is not UTF-8.
 */
export async function* readUtf8(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let isStart = true;
  for await (const chunk of bytes) {
    if (isStart && chunk.length > 0) {
      mustBeUtf8(chunk);
      isStart = false;
    }
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch {
      const [before = ''] = new TextDecoder().decode(chunk).split('\uFFFD');
      throw new WxrFault('The file is not whole UTF-8. Save it as UTF-8.', line + countLines(before));
    }
    line += countLines(text);
    yield writableText(text);
  }
  try {
    decoder.decode();
  } catch {
    throw new WxrFault('The file ends in the middle of a letter: it was cut off.', line);
  }
}
