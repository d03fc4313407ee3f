import { isSuffix, stemStarts } from './affixes.ts';
import type { FoldedWord } from './match-fold.ts';

/**
 * A listed word prepared for comparison: its folded words (several for a phrase) and which affixes are
 * allowed.
 */
export type Entry<Rule> = {
  rule: Rule;
  words: string[];
  mode: 'exact' | 'affixes' | 'prefix';
  /**
   * Listed with ة but stored without it: before an ending it becomes ت or is dropped («زبالتكم», «زبالات»).
   */
  openTaa: boolean;
};
type Node<Rule> = { next: Map<string, Node<Rule>>; entries: Entry<Rule>[] };

const emptyNode = <Rule>(): Node<Rule> => ({ next: new Map(), entries: [] });

/** Whether the text after the stem is allowed. In a phrase only the last word is inflected. */
function allowsRest(mode: Entry<unknown>['mode'], stem: string, rest: string, openTaa: boolean): boolean {
  if (openTaa) return /^ا?ت/.test(rest) && isSuffix(`${stem}ه`, rest);
  return mode === 'prefix' || isSuffix(stem, rest);
}

function fitsFollowing({ mode, words }: Entry<unknown>, place: number, word: string): boolean {
  const stem = words[place]!;
  if (mode === 'exact') return word === stem;
  const last = place === words.length - 1;
  return stemStarts(word).some((start) => {
    if (!word.startsWith(stem, start)) return false;
    const rest = word.slice(start + stem.length);
    return last ? allowsRest(mode, stem, rest, false) : rest === '';
  });
}

/** A trie of listed words: a text is compared with all of them at once, whatever their number. */
export class WordTrie<Rule> {
  readonly #root = emptyNode<Rule>();

  add(entry: Entry<Rule>): void {
    let node = this.#root;
    for (const letter of entry.words[0]!) {
      const next = node.next.get(letter) ?? emptyNode<Rule>();
      node.next.set(letter, next);
      node = next;
    }
    node.entries.push(entry);
  }

  /** The entries whose first word begins at `start`, each with the end of that word. */
  *from(text: string, start: number): Generator<{ entry: Entry<Rule>; end: number }> {
    let node = this.#root.next.get(text.charAt(start));
    for (let end = start + 1; node; node = node.next.get(text.charAt(end++))) {
      for (const entry of node.entries) yield { entry, end };
    }
  }

  /** The entries that match the words at `place`, each with the number of words that it covers. */
  *at(
    words: readonly Pick<FoldedWord, 'text'>[],
    place: number,
  ): Generator<{ entry: Entry<Rule>; length: number }> {
    const { text } = words[place]!;
    for (const start of stemStarts(text)) {
      for (const { entry, end } of this.from(text, start)) {
        if (entry.mode === 'exact' && start > 0) continue;
        const rest = text.slice(end);
        const [stem = '', ...following] = entry.words;
        const inflected = following.length === 0 && entry.mode !== 'exact';
        if (inflected ? !allowsRest(entry.mode, stem, rest, entry.openTaa) : rest !== '') continue;
        if (
          following.every((_, index) => fitsFollowing(entry, index + 1, words[place + index + 1]?.text ?? ''))
        ) {
          yield { entry, length: entry.words.length };
        }
      }
    }
  }
}
