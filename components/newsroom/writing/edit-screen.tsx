'use client';

import {
  useActionState,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type RefObject,
} from 'react';
import { formatDateTime, formatTime, type DateSettings } from '#lib/arabic/dates.ts';
import type { ArticleContent } from '#lib/articles/content.ts';
import type { LineNames } from '#lib/articles/lines.ts';
import type { Doc } from '#lib/body/doc.ts';
import { isBehind, phaseOf } from '#lib/articles/draft-sync.ts';
import type { EditorWords } from '#components/editor/editor-context.ts';
import { ArticleBody } from './article-body.tsx';
import { ARTICLE_FORM } from './article-field.tsx';
import { ArticleHeadFields } from './article-head-fields.tsx';
import { ArticlePanel } from './article-panel.tsx';
import type { WritingWords } from './article-words.ts';
import { DraftSaver } from './draft-saver.ts';
import { EditCompares } from './edit-compares.tsx';
import { EditNotices } from './edit-notices.tsx';
import type { ArticleChoices } from './panel-groups.tsx';
import { SaveBar } from './save-bar.tsx';
import { usePictures } from './use-pictures.ts';
import { useSaving } from './use-saving.ts';
import type { ServerDraft } from './draft-state.ts';
import type { FormAction, FormState } from '#components/newsroom/ui/form-state.ts';
import { useGoToField } from './go-to-field.ts';
import type { PickerWords } from '#components/newsroom/library/media-picker.tsx';
import type { PickedMedia } from '#components/newsroom/library/picked-media.ts';
import { TELL_NOW } from '#components/newsroom/ui/form-words.ts';
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

type Opened = Pick<ArticleDeskProps, 'articleId' | 'userId' | 'draft'> & { number: number };

/** Starts from the server's draft, or from what a page without JavaScript brought back. */
function openSaver({ articleId, userId, draft, number }: Opened, answer: FormState): DraftSaver {
  const typed = answer?.values?.content;
  const initial = typed
    ? {
        ...draft,
        content: JSON.parse(typed) as ArticleContent,
        notes: answer?.values?.notes ?? draft.notes,
      }
    : draft;
  return new DraftSaver({ number, articleId, userId, initial, base: draft });
}

/** The names that the lines of a comparison show instead of ids. */
function useLineNames({
  choices,
  pictures,
  dates,
  words,
}: Pick<ArticleDeskProps, 'choices' | 'pictures' | 'dates' | 'words'>): LineNames {
  return useMemo((): LineNames => {
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
}

/** Whether the text is compared with what another person saved, and the way to their newer text. */
function useComparing(saver: DraftSaver) {
  const [isComparing, setIsComparing] = useState(false);

  async function showNewer() {
    const theirs = await saver.fetchTheirs();
    if (!theirs) return;
    // Text that the editor has not reported yet is mine too.
    window.dispatchEvent(new Event(TELL_NOW));
    if (!isBehind(saver.getState().sync)) return saver.takeTheirs(theirs);
    saver.showTheirs(theirs);
    setIsComparing(true);
  }

  return { isComparing, setIsComparing, showNewer };
}

type SaveFormProps = {
  form: RefObject<HTMLFormElement | null>;
  send: (form: FormData) => void;
  version: number;
  keepRevision: (note: string) => Promise<void>;
};

/** The form of all fields. With JavaScript it keeps a revision; without, it sends the fields. */
function SaveForm({ form, send, version, keepRevision }: SaveFormProps) {
  return (
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
      <input type="hidden" name="version" value={version} />
    </form>
  );
}

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
  const [saver] = useState(() => openSaver({ articleId, userId, draft, number }, answer));
  const state = useSyncExternalStore(saver.subscribe, saver.getState, saver.getState);
  const isReady = useScripts();
  const [isLeftOpen, setIsLeftOpen] = useState(false);
  const { isComparing, setIsComparing, showNewer } = useComparing(saver);
  const form = useRef<HTMLFormElement>(null);
  const saveButton = useRef<HTMLButtonElement>(null);
  useEffect(() => saver.start(), [saver]);
  useTypedEarly(form);
  useGoToField(isReady);
  const { pictures, addPicture } = usePictures(first, state.content);
  const changeBody = useCallback((body: Doc) => saver.change({ body }), [saver]);
  const faults = useMemo(() => ({ ...answer?.faults, ...state.faults }), [answer, state.faults]);
  const names = useLineNames({ choices, pictures, dates, words });
  const { said, keepRevision, toPublish } = useSaving(saver, number, words);

  const { content, notes, sync } = state;
  const phase = phaseOf(sync);
  const savedAt = formatTime(new Date(sync.savedAt ?? draft.at), dates);
  return (
    <>
      <SaveForm {...{ form, send, keepRevision }} version={sync.version} />
      <EditNotices
        {...{ answer, state, phase, choices, dates, words }}
        onShowNewer={() => void showNewer()}
        onOpenLeft={() => setIsLeftOpen(true)}
      />
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
      <SaveBar
        {...{ state, choices, savedAt, words, said, saveButton, toPublish }}
        onCompare={() => setIsComparing(true)}
      />
      <EditCompares
        {...{ saver, state, names, dates, words }}
        {...{ isComparing, setIsComparing, isLeftOpen, setIsLeftOpen }}
        after={saveButton}
      />
    </>
  );
}
