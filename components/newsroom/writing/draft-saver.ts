import type { ArticleContent } from '#lib/articles/content.ts';
import {
  afterDecision,
  afterReturn,
  afterSaving,
  afterSending,
  afterTrouble,
  afterTyping,
  dueAt,
  isBehind,
  isSameJson,
  type DraftSync,
} from '#lib/articles/draft-sync.ts';
import { mergeDrafts } from '#lib/articles/merge-drafts.ts';
import { TELL_NOW } from '#components/newsroom/ui/form-words.ts';
import {
  copyKey,
  dropCopy,
  holdCopy,
  keepCopy,
  keepCopyAtOnce,
  listLeftCopies,
} from '#components/newsroom/ui/kept-copies.ts';
import { asKept, lastValidUrl, postDraft } from './draft-request.ts';
import {
  NO_FAULTS,
  startState,
  type DraftCopy,
  type OpenedDraft,
  type SaverState,
  type ServerDraft,
  type Text,
} from './draft-state.ts';
import { watchPage } from './watch-page.ts';

type Extra = { revision?: string };

const KEEP_AFTER_MS = 300;

/** Saves typed text to the server, and keeps it in the browser until it is there. */
export class DraftSaver {
  #given: OpenedDraft;
  #state: SaverState;
  #sendableUrl: (typed: string) => string;
  #listeners = new Set<() => void>();
  #line: Promise<unknown> = Promise.resolve();
  #sendTimer: ReturnType<typeof setTimeout> | undefined;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  #key: string;
  #prefix: string;
  /** Whether the next save overwrites another person's text. The server first keeps it as a revision. */
  #isOver = false;
  /** The server's text of the version that the current text is based on. */
  #base: Text;
  /** Saves that were sent without a response: any of them may have arrived. */
  #unanswered: (Text & { edits: number })[] = [];

  constructor(given: OpenedDraft) {
    this.#given = given;
    this.#prefix = `midad.draft.${given.articleId}.${given.userId}.`;
    this.#key = copyKey(this.#prefix);
    const { content, notes } = given.initial;
    this.#base = given.base ?? { content, notes };
    this.#state = startState(given.initial);
    this.#sendableUrl = lastValidUrl(content.canonicalUrl);
  }

  getState = (): SaverState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #set(changes: Partial<SaverState>) {
    this.#state = { ...this.#state, ...changes };
    this.#sendableUrl(this.#state.content.canonicalUrl);
    for (const listener of this.#listeners) listener();
    clearTimeout(this.#sendTimer);
    const due = dueAt(this.#state.sync);
    if (due !== null) this.#sendTimer = setTimeout(() => void this.#queue(), Math.max(0, due - Date.now()));
  }

  change = (changes: Partial<ArticleContent>): void =>
    this.#type({ content: { ...this.#state.content, ...changes } });

  changeNotes = (notes: string): void => this.#type({ notes });

  #type(text: Partial<Text>) {
    this.#set({
      ...text,
      sync: afterTyping(this.#state.sync, Date.now()),
      ...(this.#state.isKept && { isKept: null }),
    });
    clearTimeout(this.#keepTimer);
    this.#keepTimer = setTimeout(() => void this.#keep(), KEEP_AFTER_MS);
  }

  async #keep(ends = false): Promise<void> {
    clearTimeout(this.#keepTimer);
    const { content, notes, sync } = this.#state;
    if (!isBehind(sync)) return dropCopy(this.#key);
    const copy: DraftCopy = { content, notes, version: sync.version };
    if (ends) keepCopyAtOnce(this.#key, copy);
    const isKept = await keepCopy(this.#key, copy);
    if (sync.edits === this.#state.sync.edits && isKept !== this.#state.isKept) this.#set({ isKept });
  }

  /** Listens for events of the page; the returned function stops it. */
  start(): () => void {
    const end = new AbortController();
    const { signal } = end;
    holdCopy(this.#key, signal);
    watchPage(signal, {
      comeBack: () => this.#set({ sync: afterReturn(this.#state.sync, Date.now()) }),
      leave: (ends) => this.#leave(ends),
      wouldLose: () => isBehind(this.#state.sync) && this.#state.isKept === false,
    });
    void this.#findLeft();
    return () => {
      end.abort();
      clearTimeout(this.#sendTimer);
      void this.#keep();
    };
  }

  /**
   * First the browser's own copy, because it cannot fail on the way. Then the server, as far as a page that
   * unloads may still send.
   */
  #leave(ends: boolean) {
    if (!isBehind(this.#state.sync)) return;
    void this.#keep(true);
    if (this.#state.sync.trouble || this.#state.sync.sending !== null) return;
    if (!ends) void this.#queue();
    else void fetch(this.#url(), { ...this.#request({}), keepalive: true }).catch(() => undefined);
  }

  async #findLeft() {
    for (const { key, value: copy, keptAt } of await listLeftCopies<DraftCopy>(this.#prefix)) {
      const { content, notes } = this.#given.initial;
      if (isSameJson(copy.content, content) && copy.notes === notes) void dropCopy(key);
      else return this.#set({ left: { key, copy, keptAt } });
    }
  }

  #url = () => `/newsroom/articles/${this.#given.number}/draft`;

  #request({ revision }: Extra): RequestInit {
    const { content, notes, sync } = this.#state;
    const sent = { content: { ...content, canonicalUrl: this.#sendableUrl(content.canonicalUrl) }, notes };
    if (this.#unanswered.at(-1)?.edits !== sync.edits) this.#unanswered.push({ ...sent, edits: sync.edits });
    const body = JSON.stringify({
      version: sync.version,
      ...sent,
      revision: revision ?? null,
      over: this.#isOver,
    });
    return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
  }

  /** Runs one save after the other. */
  #queue(extra: Extra = {}): Promise<boolean> {
    const sent = this.#line.then(() => this.#send(extra));
    this.#line = sent;
    return sent;
  }

  async #send(extra: Extra): Promise<boolean> {
    const { sync } = this.#state;
    if (!isBehind(sync) && extra.revision === undefined) return true;
    if (sync.trouble === 'conflict' || sync.trouble === 'refused' || sync.trouble === 'gone') return false;
    const request = this.#request(extra);
    this.#set({ sync: afterSending(sync) });
    const { answer, trouble } = await postDraft(this.#url(), request);
    const arrived =
      trouble === 'conflict' &&
      this.#unanswered.findLast((sent) => isSameJson(asKept(sent), asKept(answer as ServerDraft)));
    if (arrived) {
      this.#settle({ ...this.#state.sync, sending: arrived.edits }, answer!.version!);
      return this.#send(extra);
    }
    if (trouble === 'conflict') {
      const theirs = answer as ServerDraft;
      // Text that the editor has not reported yet belongs to mine.
      window.dispatchEvent(new Event(TELL_NOW));
      const { mine, conflicts } = this.mergeWith(theirs);
      if (conflicts.length === 0) {
        const [before, after] = [this.#state.content.body, mine.content.body];
        this.#put(theirs, mine);
        this.#set({ mergedWith: theirs.by, merged: isSameJson(before, after) ? null : { before, after } });
        return this.#send(extra);
      }
    }
    if (trouble) {
      this.#set({
        sync: afterTrouble(this.#state.sync, trouble, Date.now()),
        faults: trouble === 'invalid' ? (answer?.faults ?? NO_FAULTS) : NO_FAULTS,
        ...(trouble === 'conflict' && { theirs: answer as ServerDraft }),
      });
      void this.#keep();
      return false;
    }
    this.#settle(this.#state.sync, answer!.version!);
    if (answer!.isAhead !== this.#state.isAhead) this.#set({ isAhead: answer!.isAhead === true });
    return true;
  }

  /** The server has stored the text of the running save as `version`. */
  #settle(sync: DraftSync, version: number) {
    this.#base = this.#unanswered.findLast(({ edits }) => edits === sync.sending) ?? this.#base;
    this.#isOver = false;
    this.#unanswered = [];
    this.#set({ sync: afterSaving(sync, version, Date.now()), faults: NO_FAULTS });
    if (!isBehind(this.#state.sync)) void this.#keep();
  }

  /** Sends what the server lacks now. Resolves to true if the server then has everything. */
  async flush(): Promise<boolean> {
    return (await this.#queue()) && !isBehind(this.#state.sync);
  }

  saveRevision = (note: string): Promise<boolean> => this.#queue({ revision: note });

  /** The newest draft from the server, to view it or to take it instead of one's own. */
  async fetchTheirs(): Promise<ServerDraft | null> {
    const response = await fetch(this.#url()).catch(() => undefined);
    if (!response?.ok || response.redirected) return null;
    return (await response.json()) as ServerDraft;
  }

  /**
   * Merges mine and theirs: each gets what only the other changed. They differ where a person must choose.
   */
  mergeWith(theirs: ServerDraft) {
    const { content, notes } = this.#state;
    return mergeDrafts(this.#base, { content, notes }, { content: theirs.content, notes: theirs.notes });
  }

  showTheirs(theirs: ServerDraft) {
    this.#set({ theirs });
  }

  takeTheirs(theirs: ServerDraft) {
    const { content, notes, version } = theirs;
    this.#unanswered = [];
    this.#base = { content, notes };
    this.#set({
      content,
      notes,
      theirs: null,
      isAhead: theirs.isAhead,
      replaced: this.#state.replaced + 1,
      sync: afterDecision(this.#state.sync, version, true, Date.now()),
    });
    void this.#keep();
  }

  /**
   * Puts a text in place of both, to overwrite theirs. The editor is updated only if its own body changed.
   */
  #put(theirs: ServerDraft, { content, notes }: Text) {
    this.#unanswered = [];
    this.#base = { content: theirs.content, notes: theirs.notes };
    const isOther = !isSameJson(content.body, this.#state.content.body);
    this.#set({
      content,
      notes,
      theirs: null,
      ...(isOther && { replaced: this.#state.replaced + 1 }),
      sync: afterDecision(this.#state.sync, theirs.version, false, Date.now()),
    });
    this.#isOver = true;
    void this.#keep();
  }

  /** Writes mine, or what was chosen from both, over theirs; the server keeps theirs as a revision. */
  async writeOver(theirs: ServerDraft, content: ArticleContent, notes: string): Promise<void> {
    this.#put(theirs, { content, notes });
    await this.#queue();
  }

  /** Settles what an earlier page left: takes `content` as the text, or drops the copy if it is null. */
  async settleLeft(content: ArticleContent | null, notes = '') {
    const { left } = this.#state;
    if (!left) return;
    if (content) {
      this.#set({
        content,
        notes,
        replaced: this.#state.replaced + 1,
        sync: afterTyping(this.#state.sync, Date.now()),
      });
      void this.#keep();
    }
    await dropCopy(left.key);
    this.#set({ left: null });
    await this.#findLeft();
  }
}
