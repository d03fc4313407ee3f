import { formatDateTime, type DateSettings } from '#lib/arabic/dates.ts';
import type { phaseOf } from '#lib/articles/draft-sync.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { MergedText } from './article-merged.tsx';
import { ArticlePresence } from './article-presence.tsx';
import { fill, isolated, type WritingWords } from './article-words.ts';
import type { SaverState } from './draft-state.ts';
import type { ArticleChoices } from './panel-groups.tsx';

type Props = {
  /** The response to the form of a page without JavaScript. */
  answer: FormState;
  state: SaverState;
  phase: ReturnType<typeof phaseOf>;
  choices: ArticleChoices;
  dates: DateSettings;
  words: WritingWords;
  onShowNewer: () => void;
  onOpenLeft: () => void;
};

/** What the person should know before they write: colleagues, merged text, text that was left here. */
export function EditNotices({
  answer,
  state: { content, sync, isAhead, mergedWith, merged, left },
  phase,
  choices: { number, isOut },
  dates,
  words,
  onShowNewer,
  onOpenLeft,
}: Props) {
  return (
    <div className="space-y-3 empty:hidden">
      {answer?.faults?.form && (
        <Notice tone="fault">
          <p>{answer.faults.form}</p>
        </Notice>
      )}
      {answer?.notice && (
        <Notice tone="done">
          <p>{answer.notice}</p>
        </Notice>
      )}
      <ArticlePresence
        number={number}
        version={sync.version}
        isCalm={phase === 'clean' || phase === 'dirty'}
        words={words}
        onShowNewer={onShowNewer}
      />
      {isOut && isAhead && (
        <Notice tone="waiting">
          <p>{words.notOut}</p>
          <a href={`/newsroom/articles/${number}/publish`} className={buttonStyle.text}>
            {words.notOutLink}
          </a>
        </Notice>
      )}
      {mergedWith !== null && (
        <Notice tone="done">
          <p>{fill(words.mergedWith, { name: isolated(mergedWith) })}</p>
          <a href={`/newsroom/articles/${number}/revisions`} className={buttonStyle.text}>
            {words.revisions}
          </a>
          {merged && (
            <MergedText
              title={words.mergedNotice}
              before={merged.before}
              after={merged.after}
              lang={content.locale}
              words={words}
            />
          )}
        </Notice>
      )}
      {left && (
        <Notice tone="waiting">
          <p>{fill(words.leftCopy, { time: formatDateTime(new Date(left.keptAt), dates) })}</p>
          <button type="button" onClick={onOpenLeft} className={buttonStyle.text}>
            {words.leftCopyOpen}
          </button>
        </Notice>
      )}
    </div>
  );
}
