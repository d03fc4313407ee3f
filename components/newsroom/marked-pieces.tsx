import type { Piece } from '#lib/text-diff.ts';

type Props = { pieces: Piece[]; words: { added: string; removed: string }; /** Of two columns, the one that shows what was, or what is. */ side?: 'before' | 'after' };

/** A text with what came into it and what went, told by colour, line and word. */
export function MarkedPieces({ pieces, words, side }: Props) {
  return pieces.map(({ kind, text }, n) => {
    if (kind === 'same') return text;
    if (kind === 'added') {
      return side === 'before' ? null : (
        <ins key={n} className="bg-leaf/10 text-leaf decoration-2 underline-offset-4">
          <span className="sr-only">[{words.added} </span>{text}<span className="sr-only">]</span>
        </ins>
      );
    }
    return side === 'after' ? null : (
      <del key={n} className="bg-madder/10 text-madder decoration-2">
        <span className="sr-only">[{words.removed} </span>{text}<span className="sr-only">]</span>
      </del>
    );
  });
}
