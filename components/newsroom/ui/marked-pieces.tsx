import { Fragment, type ReactNode } from 'react';
import type { Piece } from '#lib/text/text-diff.ts';

type Props = {
  pieces: Piece[];
  words: { added: string; removed: string };
  /** How a run of text is rendered, where it is not rendered as is. */
  show?: (text: string) => ReactNode;
};

/** A text diff: added and removed text are marked by colour, line and word. */
export function MarkedPieces({ pieces, words, show = (text) => text }: Props) {
  return pieces.map(({ kind, text }, n) => {
    if (kind === 'same') return <Fragment key={n}>{show(text)}</Fragment>;
    if (kind === 'added') {
      return (
        <ins key={n} className="bg-leaf/10 text-leaf decoration-2 underline-offset-4">
          <span className="sr-only">[{words.added} </span>
          {show(text)}
          <span className="sr-only">]</span>
        </ins>
      );
    }
    return (
      <del key={n} className="bg-madder/10 text-madder decoration-2">
        <span className="sr-only">[{words.removed} </span>
        {show(text)}
        <span className="sr-only">]</span>
      </del>
    );
  });
}
