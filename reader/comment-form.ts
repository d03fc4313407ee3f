import { keepDraft, readDraft, storage } from './drafts.ts';
import { readAloud, sendForm, showPart } from './send-form.ts';

const KEPT = 'midad.commenter';

type Commenter = { name?: string; email?: string };

const fieldOf = (form: HTMLFormElement, name: string) =>
  form.elements.namedItem(name) as HTMLInputElement | null;

/** One draft for each article, and one for each comment that is answered. */
const keyOf = (form: HTMLFormElement) =>
  `midad.draft.${/\/(\d+)\//.exec(form.action)?.[1]}.${fieldOf(form, 'replyTo')?.value ?? ''}`;

/**
 * `<comment-form data-token>` around the comment form: fetches a token for this reader when the form is first
 * used, and sends the form without leaving the page. It keeps the text until it is sent, and the name and
 * address in this browser if the reader agrees. The form also works without it.
 */
class CommentForm extends HTMLElement {
  private minted: Promise<void> | undefined;

  connectedCallback() {
    const form = this.querySelector('form');
    if (!form || form.dataset.ready) return;
    form.dataset.ready = '';
    form.addEventListener('focusin', () => void this.mint(form));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.send(form, event.submitter);
    });
    this.remember(form);
    this.draft(form);
  }

  /** If this fails, the shared token stays, and the server answers the form with a preview. */
  private mint(form: HTMLFormElement): Promise<void> {
    const path = this.dataset.token;
    return (this.minted ??= path ? this.fetchToken(form, path) : Promise.resolve());
  }

  private async fetchToken(form: HTMLFormElement, path: string) {
    try {
      const answer = await fetch(path, { cache: 'no-store' });
      if (answer.ok) fieldOf(form, 'token')!.value = await answer.text();
    } catch {
      this.minted = undefined;
    }
  }

  private async send(form: HTMLFormElement, submitter: HTMLElement | null) {
    await this.mint(form);
    const sent = await sendForm(form, submitter, (page) => page.querySelector('#comments, [data-kept]'));
    if (!sent) return;
    const { answer, page } = sent;
    if (answer.redirected) {
      keepDraft(keyOf(form), '');
      // Back, forward and reload then show what a form without JavaScript would have shown.
      history.replaceState(null, '', answer.url);
    }
    const shown = showPart(page.getElementById('comments') ? 'comments' : 'main', page);
    // The form of a refused reply stays below the comment it answers.
    const replyTo =
      shown.querySelector('[role=alert]:not(:empty)') &&
      shown.querySelector<HTMLInputElement>('[name=replyTo]');
    if (replyTo) shown.querySelector<HTMLElement>(`[data-reply="${replyTo.value}"]`)?.click();
    readAloud(shown);
  }

  private draft(form: HTMLFormElement) {
    const body = fieldOf(form, 'body')!;
    let key = keyOf(form);
    const show = () => {
      body.value ||= readDraft(key);
      body.dispatchEvent(new Event('input'));
    };
    body.addEventListener('input', () => keepDraft(key, body.value));
    // The form now answers another comment.
    form.addEventListener('turned', () => {
      key = keyOf(form);
      body.value = '';
      show();
    });
    show();
  }

  private remember(form: HTMLFormElement) {
    const label = form.querySelector<HTMLElement>('[data-remember]');
    const box = label?.querySelector('input');
    if (!label || !box) return;
    label.hidden = false;
    const names = ['name', 'email'] as const;
    const kept = storage((store) => JSON.parse(store.getItem(KEPT) ?? 'null') as Commenter | null);
    box.checked = kept != null;
    for (const name of names) fieldOf(form, name)!.value ||= kept?.[name] ?? '';
    form.addEventListener('submit', () => {
      const typed = Object.fromEntries(names.map((name) => [name, fieldOf(form, name)!.value]));
      storage((store) => (box.checked ? store.setItem(KEPT, JSON.stringify(typed)) : store.removeItem(KEPT)));
    });
  }
}

customElements.define('comment-form', CommentForm);
