import { leftToRight } from './paste-runs.ts';

/** Letters beyond ASCII as addresses write them: a first byte and those that follow it. */
const LETTERS = /(?:%[C-F][0-9A-F](?:%[89AB][0-9A-F])+)+/gi;
const WORD = /[^\s<>«»"“”]*%[C-F][0-9A-F]%[89AB][0-9A-F][^\s<>«»"“”]*/gi;
const END = /[.,،؛;:!?؟)\]}]+$/;
/** What a code hides, or would end an address, stays a code. */
const UNSAFE = /[^\p{L}\p{M}\p{N}\p{P}\p{S}]|[«»“”،؛؟]/gu;

/** An address as people read it: letters in place of their codes. It leads where it led. */
export const readableAddress = (address: string): string =>
  address.replace(LETTERS, (codes) => {
    try {
      return decodeURIComponent(codes).replace(UNSAFE, (sign) => encodeURIComponent(sign));
    } catch {
      return codes;
    }
  });

/** The same for the addresses in pasted words; each is held together, because its letters run both ways. */
export const readableText = (text: string): string =>
  text.replace(WORD, (word) => {
    const [end = ''] = END.exec(word) ?? [];
    const address = word.slice(0, word.length - end.length);
    const readable = readableAddress(address);
    return readable === address ? word : leftToRight(readable) + end;
  });
