import { markSent, SENT } from '#components/newsroom/ui/unsent.ts';

export type Phase =
  | 'saved'
  | 'waiting'
  | 'saving'
  | 'offline'
  | 'signedOut'
  | 'conflict'
  | 'invalid'
  | 'tooBig'
  | 'gone'
  | 'refused'
  | 'failed';

const AFTER_MS = 2000;
const AGAIN_MS = 10_000;
/** Timeout of a save: a pressed button waits for its response. */
const GIVE_UP_MS = 20_000;
const STATUS: Record<number, Phase> = {
  401: 'signedOut',
  403: 'refused',
  404: 'gone',
  409: 'conflict',
  410: 'gone',
  413: 'tooBig',
  422: 'invalid',
};

const valueOf = (form: HTMLFormElement, name: string) => {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '';
};

type Reports = { onPhase: (phase: Phase) => void; onSaved: () => void };

/** Saves the title and the text of a form to a path: shortly after typing, and when the page is hidden. */
export class FormAutosaver {
  #form: HTMLFormElement;
  #path: string;
  #reports: Reports;
  #end = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #edits = 0;
  #isSending = false;
  /** The running save. */
  #under = Promise.resolve();
  /** What a pressed button submitted, until the server has accepted it. */
  #pressed: { edits: number; stamp: string } | undefined;
  /**
   * A submission was rejected with the stamp of a colleague's text: only another submission may overwrite
   * that.
   */
  #isHeld = false;

  constructor(form: HTMLFormElement, path: string, reports: Reports) {
    this.#form = form;
    this.#path = path;
    this.#reports = reports;
  }

  #stamp = () => this.#form.elements.namedItem('stamp') as HTMLInputElement;

  /** Listens for events of the form and the page; the returned function stops it. */
  start(): () => void {
    const { signal } = this.#end;
    this.#form.addEventListener('input', this.#onInput, { signal });
    this.#form.addEventListener(SENT, this.#onSent, { signal });
    this.#form.addEventListener('submit', this.#onSubmit, { signal, capture: true });
    window.addEventListener('online', () => this.#soon(0), { signal });
    document.addEventListener('visibilitychange', () => document.hidden && this.#save(true), { signal });
    document.addEventListener('keydown', this.#onKey, { signal });
    return () => {
      clearTimeout(this.#timer);
      this.#end.abort();
    };
  }

  #soon(after: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), after);
  }

  #save(keepalive = false) {
    // Before the editor loads, the text is in a plain field. The editor takes it over and fires an event.
    if (!this.#form.elements.namedItem('doc')) return;
    if (this.#isSending) return;
    // A submission is running, and reports its own result.
    if (this.#form.ariaBusy === 'true') return this.#soon(AFTER_MS);
    if (this.#pressed && this.#pressed.stamp !== this.#stamp().value) this.#isHeld = true;
    this.#pressed = undefined;
    if (this.#isHeld) this.#reports.onPhase('conflict');
    else if (this.#edits > 0) this.#under = this.#send(keepalive);
  }

  async #send(keepalive: boolean) {
    this.#isSending = true;
    const [sent, stamp] = [this.#edits, this.#stamp().value];
    this.#reports.onPhase('saving');
    const answer = await this.#post(stamp, keepalive);
    const saved =
      answer?.ok && !answer.redirected
        ? ((await answer.json().catch(() => undefined)) as { stamp: number } | undefined)
        : undefined;
    this.#isSending = false;
    // A submission has saved meanwhile, and reported its own result.
    if (this.#end.signal.aborted || this.#stamp().value !== stamp) return;
    if (!saved) return this.#fail(answer);
    this.#edits -= sent;
    this.#stamp().value = String(saved.stamp);
    // The browser's copy of the form must have the new stamp too.
    this.#stamp().dispatchEvent(new Event('input', { bubbles: true }));
    this.#reports.onSaved();
    if (this.#edits > 0) return this.#soon(AFTER_MS);
    markSent(this.#form);
    this.#reports.onPhase('saved');
  }

  #post(stamp: string, keepalive: boolean): Promise<Response | undefined> {
    const body = JSON.stringify({
      title: valueOf(this.#form, 'title'),
      doc: valueOf(this.#form, 'doc'),
      stamp: Number(stamp),
    });
    return fetch(this.#path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(GIVE_UP_MS),
      ...(keepalive && body.length < 60_000 && { keepalive }),
    }).catch(() => undefined);
  }

  /** Reports why a save failed, and tries again where that can help. */
  #fail(answer: Response | undefined) {
    const isCutOff = !answer || (answer.ok && !answer.redirected);
    this.#reports.onPhase(
      isCutOff ? 'offline' : answer.redirected ? 'signedOut' : (STATUS[answer.status] ?? 'failed'),
    );
    if (isCutOff || !(answer.redirected || STATUS[answer.status])) this.#soon(AGAIN_MS);
  }

  #onInput = ({ target }: Event) => {
    if (target === this.#stamp()) return;
    this.#edits += 1;
    this.#reports.onPhase('waiting');
    this.#soon(AFTER_MS);
  };

  #onSent = () => {
    if (!this.#pressed) return;
    this.#edits -= this.#pressed.edits;
    this.#pressed = undefined;
    if (this.#edits === 0) this.#reports.onPhase('saved');
  };

  /** A submission waits for the running save: sent in parallel, it would conflict with it. */
  #onSubmit = (event: SubmitEvent) => {
    clearTimeout(this.#timer);
    if (!this.#isSending) {
      if (this.#form.ariaBusy !== 'true') this.#pressed = { edits: this.#edits, stamp: this.#stamp().value };
      this.#isHeld = false;
      this.#soon(AFTER_MS);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const { submitter } = event;
    void this.#under.then(() => this.#form.requestSubmit(submitter));
  };

  #onKey = (event: KeyboardEvent) => {
    // By the position of the key: an Arabic layout has another letter there.
    if (
      event.code !== 'KeyS' ||
      !(event.ctrlKey || event.metaKey) ||
      event.altKey ||
      event.shiftKey ||
      event.isComposing
    )
      return;
    event.preventDefault();
    event.stopPropagation();
    this.#form.querySelector<HTMLButtonElement>('button[name=act][value=keep]')?.click();
  };
}
