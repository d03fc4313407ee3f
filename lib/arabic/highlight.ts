import { tokenStems } from './token-stems.ts';
import { tokenize, type Token } from './words.ts';

export type Part = { text: string; marked: boolean };
export type Snippet = { parts: Part[]; cutBefore: boolean; cutAfter: boolean };
type Hit = Token & { stems: string[] };

/** The tokens that match the query, each with the stems it matches. */
function findHits(tokens: Token[], wanted: ReadonlySet<string>): Hit[] {
  return tokens.flatMap((token) => {
    const stems = tokenStems(token.text).filter((stem) => wanted.has(stem));
    return stems.length > 0 ? [{ ...token, stems }] : [];
  });
}

function split(text: string, start: number, end: number, hits: Token[]): Part[] {
  const parts: Part[] = [];
  let done = start;
  for (const hit of hits) {
    if (hit.start < done || hit.end > end) continue;
    parts.push(
      { text: text.slice(done, hit.start), marked: false },
      { text: text.slice(hit.start, hit.end), marked: true },
    );
    done = hit.end;
  }
  parts.push({ text: text.slice(done, end), marked: false });
  return parts.filter((part) => part.text !== '');
}

/** Splits a text into parts and marks the hits as they are written, with vowel signs and tatweel. */
export const highlight = (text: string, stems: ReadonlySet<string>): Part[] =>
  split(text, 0, text.length, findHits(tokenize(text), stems));

/** The run of hits within `length` that matches most stems, then has most hits; of equals the first. */
function bestRun(hits: Hit[], length: number): { start: number; end: number } {
  let best = { start: 0, end: 0, distinct: 0, count: 0 };
  const inside = new Map<string, number>();
  let first = 0;
  hits.forEach((hit, last) => {
    for (const stem of hit.stems) inside.set(stem, (inside.get(stem) ?? 0) + 1);
    for (; first < last && hit.end - hits[first]!.start > length; first++) {
      for (const stem of hits[first]!.stems) {
        const left = inside.get(stem)! - 1;
        if (left > 0) inside.set(stem, left);
        else inside.delete(stem);
      }
    }
    const count = last - first + 1;
    if (inside.size > best.distinct || (inside.size === best.distinct && count > best.count)) {
      best = { start: hits[first]!.start, end: hit.end, distinct: inside.size, count };
    }
  });
  return best;
}

/**
 * The start of the snippet, so that words precede the hits: the start of a sentence if there is one, else of
 * a word.
 */
function beginning(
  text: string,
  tokens: Token[],
  run: { start: number; end: number },
  length: number,
): number {
  const spare = Math.max(0, length - (run.end - run.start));
  const earliest = run.start - Math.floor(spare / 2);
  if (earliest <= 0) return 0;
  const starts = tokens.filter((token) => token.start >= earliest && token.start <= run.start);
  const sentence = starts.find((token) =>
    /[.!?؟…\n][\s"«»“”]*$/.test(text.slice(Math.max(0, token.start - 4), token.start)),
  );
  return (sentence ?? starts[0])?.start ?? run.start;
}

/**
 * The end of the last word that fits. If one word alone is too long it is cut, but not inside a character.
 */
function ending(text: string, tokens: Token[], start: number, length: number): number {
  const limit = start + length;
  if (limit >= text.length) return text.length;
  const last = tokens.findLast((token) => token.start >= start && token.end <= limit);
  if (last) return last.end;
  let end = limit;
  while (end > start && /^[\p{M}\p{Cf}\uDC00-\uDFFF]/u.test(text.slice(end, end + 2))) end--;
  return end;
}

/**
 * The passage of a text, `length` UTF-16 units at most, that contains most of the query. Without hits it is
 * the beginning.
 */
export function snippet(text: string, stems: ReadonlySet<string>, { length }: { length: number }): Snippet {
  const tokens = tokenize(text);
  const hits = findHits(tokens, stems);
  const whole = text.length <= length;
  const start = whole ? 0 : beginning(text, tokens, bestRun(hits, length), length);
  const end = ending(text, tokens, start, length);
  return { parts: split(text, start, end, hits), cutBefore: start > 0, cutAfter: end < text.length };
}
