import type { RefObject } from 'react';
import { phaseOf } from '#lib/articles/draft-sync.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { ARTICLE_FORM } from './article-field.tsx';
import { ArticleState } from './article-state.tsx';
import type { WritingWords } from './article-words.ts';
import type { SaverState } from './draft-state.ts';
import type { ArticleChoices } from './panel-groups.tsx';

type Props = {
  state: SaverState;
  choices: ArticleChoices;
  savedAt: string;
  words: WritingWords;
  /** The result of the last act of the person. */
  said: string;
  saveButton: RefObject<HTMLButtonElement | null>;
  toPublish: () => Promise<void>;
  onCompare: () => void;
};

/** The bar below the text: whether it is saved, and the way to publish it. */
export function SaveBar({
  state,
  choices: { number, isOut },
  savedAt,
  words,
  said,
  saveButton,
  toPublish,
  onCompare,
}: Props) {
  const phase = phaseOf(state.sync);
  return (
    <div className="sticky bottom-0 z-20 -mx-4 mt-8 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-hairline bg-paper px-4 py-2 sm:-mx-6 sm:px-6 lg:-mx-10 lg:px-10">
      <div className="min-w-0 grow">
        <ArticleState state={state} isOut={isOut} savedAt={savedAt} words={words} onCompare={onCompare} />
      </div>
      <p role="status" className="text-caption text-ink-soft empty:hidden">
        {said === words.notSavedYet && phase === 'clean' ? '' : said}
      </p>
      <div className="flex flex-wrap gap-2">
        <button
          ref={saveButton}
          form={ARTICLE_FORM}
          aria-keyshortcuts="Control+S Meta+S"
          className={buttonStyle.plain}
        >
          {words.saveNow}
        </button>
        <a
          href={`/newsroom/articles/${number}/publish`}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            void toPublish();
          }}
          className={buttonStyle.main}
        >
          {words.publish}
        </a>
      </div>
    </div>
  );
}
