import { diffArrays } from 'diff';

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };

/** Words whole, with their vowel signs; spaces in one; every other sign by itself. */
const PART = /[\p{L}\p{N}\p{M}\p{Cf}\u0640_]+|\s+|./gsu;
/**
 * Beyond so many changes two texts have nothing to do with each other, and looking for the shortest way costs
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

/**
 * Between two changes a space alone is no common ground: `[-a-][+b+] [-c-][+d+]` reads as `[-a c-][+b d+]`.
 */
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

/** How a text became another, word by word, as it would be marked in a margin. */
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

/**
 * How many of the words of two texts are in both: 0 to 1. Of the order nothing is asked, so it costs little.
 */
export function likeness(before: string, after: string): number {
  const words = (text: string) => new Set(text.match(/[\p{L}\p{N}\p{M}]+/gu));
  const [old, young] = [words(before), words(after)];
  return [...old].filter((word) => young.has(word)).length / Math.max(old.size, young.size, 1);
}
