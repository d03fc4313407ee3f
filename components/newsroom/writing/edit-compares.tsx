import type { RefObject } from 'react';
import { formatTime, type DateSettings } from '#lib/arabic/dates.ts';
import type { LineNames } from '#lib/articles/lines.ts';
import { ArticleCompare } from './article-compare.tsx';
import { fill, isolated, type WritingWords } from './article-words.ts';
import type { DraftSaver } from './draft-saver.ts';
import type { SaverState } from './draft-state.ts';

type Props = {
  saver: DraftSaver;
  state: SaverState;
  names: LineNames;
  dates: DateSettings;
  words: WritingWords;
  isComparing: boolean;
  setIsComparing: (isComparing: boolean) => void;
  isLeftOpen: boolean;
  setIsLeftOpen: (isOpen: boolean) => void;
  /** Gets the focus after a decision. */
  after: RefObject<HTMLElement | null>;
};

/** Compares the text with what another person saved, or with what was left in this browser. */
export function EditCompares({
  saver,
  state: { content, notes, theirs, left },
  names,
  dates,
  words,
  isComparing,
  setIsComparing,
  isLeftOpen,
  setIsLeftOpen,
  after,
}: Props) {
  // Merged from the current text: more may have been typed since the conflict.
  const choice = isComparing && theirs ? saver.mergeWith(theirs) : null;
  const compare = { names, words, now: content.body, after };
  return (
    <>
      {isComparing && theirs && choice && (
        <ArticleCompare
          {...compare}
          title={words.compareTitle}
          lead={fill(words.compareLead, {
            name: isolated(theirs.by),
            time: formatTime(new Date(theirs.at), dates),
          })}
          mine={choice.mine}
          theirs={choice.theirs}
          sides={{ mine: words.mine, theirs: words.theirs }}
          take={{ mine: words.keepMine, theirs: words.takeTheirs }}
          onClose={() => setIsComparing(false)}
          onDecide={(side) => {
            setIsComparing(false);
            const chosen = choice[side];
            void saver.writeOver(theirs, chosen.content, chosen.notes);
          }}
          onChosen={(text) => {
            setIsComparing(false);
            void saver.writeOver(theirs, text.content, text.notes);
          }}
        />
      )}
      {isLeftOpen && left && (
        <ArticleCompare
          {...compare}
          title={words.leftTitle}
          lead={words.leftLead}
          mine={left.copy}
          theirs={{ content, notes }}
          sides={{ mine: words.ofBrowser, theirs: words.ofServer }}
          take={{ mine: words.takeBrowser, theirs: words.takeServer }}
          onClose={() => setIsLeftOpen(false)}
          onDecide={(side) => {
            setIsLeftOpen(false);
            void (side === 'mine'
              ? saver.settleLeft(left.copy.content, left.copy.notes)
              : saver.settleLeft(null));
          }}
          onChosen={(text) => {
            setIsLeftOpen(false);
            void saver.settleLeft(text.content, text.notes);
          }}
        />
      )}
    </>
  );
}
