'use client';

import {
  useActionState,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { formatDateTime, formatTime, type DateSettings } from '#lib/arabic/dates.ts';
import type { ArticleContent } from '#lib/articles/content.ts';
import type { LineNames } from '#lib/articles/lines.ts';
import type { Doc } from '#lib/body/doc.ts';
import { isBehind, phaseOf } from '#lib/articles/draft-sync.ts';
import type { EditorWords } from '#components/editor/editor-context.ts';
import { ArticleBody } from './article-body.tsx';
import { ArticleCompare } from './article-compare.tsx';
import { ARTICLE_FORM } from './article-field.tsx';
import { ArticleHeadFields } from './article-head-fields.tsx';
import { MergedText } from './article-merged.tsx';
import { ArticlePanel, type ArticleChoices } from './article-panel.tsx';
import { ArticlePresence } from './article-presence.tsx';
import { ArticleState } from './article-state.tsx';
import { fill, isolated, type WritingWords } from './article-words.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { DraftSaver, type ServerDraft } from './draft-saver.ts';
import type { FormAction } from '#components/newsroom/ui/form-state.ts';
import { useGoToField } from './go-to-field.ts';
import type { PickerWords } from '#components/newsroom/library/media-picker.tsx';
import type { MediaList, PickedMedia } from '#components/newsroom/library/picked-media.ts';
import { TELL_NOW } from '#components/newsroom/ui/form-words.ts';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { useTypedEarly } from '#components/newsroom/ui/typed-early.ts';
import { useScripts } from '#components/newsroom/ui/use-scripts.ts';

export type ArticleDeskProps = {
  articleId: string;
  userId: string;
  draft: ServerDraft;
  choices: ArticleChoices;
  pictures: Record<string, PickedMedia>;
  dates: DateSettings;
  words: WritingWords;
  pickerWords: PickerWords;
  editorWords: EditorWords;
  /** Headlines of the articles that the body links to, by number. */
  cards: Record<number, { headline: string }>;
  /** Saves the fields of a page without JavaScript. */
  saveFields: FormAction;
};

/** The screen to write an article: its text, all its fields, and whether the text is saved. */
export function EditScreen({
  articleId,
  userId,
  draft,
  choices,
  pictures: first,
  dates,
  words,
  pickerWords,
  editorWords,
  cards,
  saveFields,
}: ArticleDeskProps) {
  const { number } = choices;
  const [answer, send] = useActionState(saveFields, null);
  const [saver] = useState(() => {
    const typed = answer?.values?.content;
    const initial = typed
      ? {
          ...draft,
          content: JSON.parse(typed) as ArticleContent,
          notes: answer?.values?.notes ?? draft.notes,
        }
      : draft;
    return new DraftSaver({ number, articleId, userId, initial, base: draft });
  });
  const state = useSyncExternalStore(saver.subscribe, saver.getState, saver.getState);
  const isReady = useScripts();
  const [pictures, setPictures] = useState(first);
  const addPicture = useCallback(
    (picture: PickedMedia) => setPictures((known) => ({ ...known, [picture.id]: picture })),
    [],
  );
  const [isComparing, setIsComparing] = useState(false);
  const [isLeftOpen, setIsLeftOpen] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const saveButton = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => saver.start(), [saver]);
  useTypedEarly(form);
  useGoToField(isReady);
  const { lead, socialMediaId } = state.content;
  const named = [lead.mediaId, socialMediaId].filter(Boolean).join(',');
  // Their descriptions and focal points are edited on their own pages, in another tab.
  useEffect(() => {
    if (!named) return;
    async function check() {
      const answer = await fetch(`/newsroom/media/list?ids=${named}`).catch(() => undefined);
      if (answer?.ok && !answer.redirected)
        for (const picture of ((await answer.json()) as MediaList).items) addPicture(picture);
    }
    const onReturn = () => void check();
    window.addEventListener('focus', onReturn);
    return () => window.removeEventListener('focus', onReturn);
  }, [named, addPicture]);

  const changeBody = useCallback((body: Doc) => saver.change({ body }), [saver]);
  const faults = useMemo(() => ({ ...answer?.faults, ...state.faults }), [answer, state.faults]);
  const names = useMemo((): LineNames => {
    const nameIn = (list: { id: string; name: string }[]) => (id: string) =>
      list.find((each) => each.id === id)?.name ?? '';
    return {
      section: nameIn(choices.sections),
      author: nameIn(choices.authors),
      picture: (id) => pictures[id]?.alt || '#',
      moment: (iso) => formatDateTime(new Date(iso), dates),
      words: { ...words, live: words.live_kind },
      priority: (priority) => words[`priority_${priority}`],
    };
  }, [choices, pictures, dates, words]);

  async function keepRevision(note: string) {
    setSaid('');
    setSaid((await saver.saveRevision(note)) ? words.revisionSaved : words.notSavedYet);
  }

  async function toPublish() {
    setSaid('');
    // The editor reports pending text when it loses the focus.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (await saver.flush()) window.location.assign(`/newsroom/articles/${number}/publish`);
    else setSaid(words.notSavedYet);
  }

  async function showNewer() {
    const theirs = await saver.fetchTheirs();
    if (!theirs) return;
    // Text that the editor has not reported yet is mine too.
    window.dispatchEvent(new Event(TELL_NOW));
    if (!isBehind(saver.getState().sync)) return saver.takeTheirs(theirs);
    saver.showTheirs(theirs);
    setIsComparing(true);
  }

  useEffect(() => {
    // By the position of the key, and before the editor handles it: an Arabic layout has another letter
    // there.
    function onKey(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return;
      if (event.code === 'KeyS') void keepRevision('');
      else if (event.code === 'Enter' || event.code === 'NumpadEnter') void toPublish();
      else return;
      event.preventDefault();
      event.stopPropagation();
    }
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  });

  const { content, notes, sync, theirs, left, mergedWith, merged } = state;
  // Merged from the current text: more may have been typed since the conflict.
  const choice = isComparing && theirs ? saver.mergeWith(theirs) : null;
  const phase = phaseOf(sync);
  const savedAt = formatTime(new Date(sync.savedAt ?? draft.at), dates);
  const compare = { names, words, now: content.body, after: saveButton };
  return (
    <>
      <form
        ref={form}
        id={ARTICLE_FORM}
        action={send}
        onSubmit={(event) => {
          event.preventDefault();
          const note = event.currentTarget.elements.namedItem('note') as HTMLInputElement | null;
          void keepRevision(note?.value.trim() ?? '').then(() => note && (note.value = ''));
        }}
      >
        <input type="hidden" name="version" value={sync.version} />
      </form>
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
          onShowNewer={() => void showNewer()}
        />
        {choices.isOut && state.isAhead && (
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
            <button type="button" onClick={() => setIsLeftOpen(true)} className={buttonStyle.text}>
              {words.leftCopyOpen}
            </button>
          </Notice>
        )}
      </div>
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-8 **:scroll-mb-24 xl:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0 space-y-6">
          <ArticleHeadFields
            content={content}
            onChange={saver.change}
            faults={faults}
            words={words}
            numbers={dates}
          />
          <ArticleBody
            key={content.locale}
            initial={content.body}
            turn={state.replaced}
            lang={content.locale}
            onChange={changeBody}
            onPicture={addPicture}
            pictures={pictures}
            cards={cards}
            numbers={dates}
            isReady={isReady}
            words={words}
            editorWords={editorWords}
            pickerWords={pickerWords}
          />
          {faults.body && <p className="text-madder">{faults.body}</p>}
        </div>
        <ArticlePanel
          content={content}
          notes={notes}
          onChange={saver.change}
          onNotes={saver.changeNotes}
          pictures={pictures}
          onPicture={addPicture}
          choices={choices}
          faults={faults}
          isReady={isReady}
          words={words}
          pickerWords={pickerWords}
        />
      </div>
      <div className="sticky bottom-0 z-20 -mx-4 mt-8 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-hairline bg-paper px-4 py-2 sm:-mx-6 sm:px-6 lg:-mx-10 lg:px-10">
        <div className="min-w-0 grow">
          <ArticleState
            state={state}
            isOut={choices.isOut}
            savedAt={savedAt}
            words={words}
            onCompare={() => setIsComparing(true)}
          />
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
