import { leftToRight } from './paste-runs.ts';

/** Percent-encoded characters beyond ASCII: a first byte and its continuation bytes. */
const LETTERS = /(?:%[C-F][0-9A-F](?:%[89AB][0-9A-F])+)+/gi;
const WORD = /[^\s<>«»"“”]*%[C-F][0-9A-F]%[89AB][0-9A-F][^\s<>«»"“”]*/gi;
const END = /[.,،؛;:!?؟)\]}]+$/;
/** Invisible characters, and characters that would end an address, stay encoded. */
const UNSAFE = /[^\p{L}\p{M}\p{N}\p{P}\p{S}]|[«»“”،؛؟]/gu;

/** An address as people read it: decoded letters. It still leads to the same page. */
export const readableAddress = (address: string): string =>
  address.replace(LETTERS, (codes) => {
    try {
      return decodeURIComponent(codes).replace(UNSAFE, (sign) => encodeURIComponent(sign));
    } catch {
      return codes;
    }
  });

/** The same for the addresses in a text. Each is isolated, because its letters have both directions. */
export const readableText = (text: string): string =>
  text.replace(WORD, (word) => {
    const [end = ''] = END.exec(word) ?? [];
    const address = word.slice(0, word.length - end.length);
    const readable = readableAddress(address);
    return readable === address ? word : leftToRight(readable) + end;
  });
