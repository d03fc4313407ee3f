import { diffArrays } from 'diff';

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };

/** Whole words with their vowel signs, runs of spaces, and each other character separately. */
const PART = /[\p{L}\p{N}\p{M}\p{Cf}\u0640_]+|\s+|./gsu;
/**
 * With more changes than this two texts have nothing in common, and the search for the shortest edit takes
 * seconds.
 */
const MOST_EDITS = 1500;

const parts = (text: string): string[] => text.match(PART) ?? [];

function join(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    if (!piece.text) continue;
    const last = joined.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}

/** A space between two changes is not common text: `[-a-][+b+] [-c-][+d+]` becomes `[-a c-][+b d+]`. */
function closeGaps(pieces: Piece[]): Piece[] {
  const closed: Piece[] = [];
  let removed = '';
  let added = '';
  const settle = () => {
    closed.push({ kind: 'removed', text: removed }, { kind: 'added', text: added });
    removed = added = '';
  };
  pieces.forEach((piece, n) => {
    if (piece.kind === 'removed') removed += piece.text;
    else if (piece.kind === 'added') added += piece.text;
    else if (removed && added && !piece.text.trim() && pieces[n + 1]) {
      removed += piece.text;
      added += piece.text;
    } else {
      settle();
      closed.push(piece);
    }
  });
  settle();
  return join(closed);
}

/** The changes between two texts, word by word. */
export function diffText(before: string, after: string): Piece[] {
  if (before === after) return join([{ kind: 'same', text: before }]);
  const changes = diffArrays(parts(before), parts(after), { maxEditLength: MOST_EDITS });
  if (!changes)
    return join([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  return closeGaps(
    changes.map(({ value, added, removed }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    })),
  );
}

/** The share of words that two texts have in common, 0 to 1. It ignores their order, so it is fast. */
export function likeness(before: string, after: string): number {
  const words = (text: string) => new Set(text.match(/[\p{L}\p{N}\p{M}]+/gu));
  const [old, young] = [words(before), words(after)];
  return [...old].filter((word) => young.has(word)).length / Math.max(old.size, young.size, 1);
}
