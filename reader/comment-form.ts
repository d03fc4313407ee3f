const KEPT = 'midad.commenter';

type Commenter = { name?: string; email?: string };

/** Storage may be switched off, and then asking for it throws. */
function storage<T>(use: (store: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

/**
 * `<comment-form data-token>` round the comment form: asks for this reader's own token when the form is first used, sends without
 * leaving the page, and keeps name and address in this browser when that is asked for. Without it the form works all the same.
 */
class CommentForm extends HTMLElement {
  private minted: Promise<void> | undefined;
  private isLeft = false;

  connectedCallback() {
    const form = this.querySelector('form');
    if (!form) return;
    form.addEventListener('focusin', () => void this.mint(form));
    form.addEventListener('submit', (event) => {
      if (this.isLeft) return;
      event.preventDefault();
      void this.send(form, event.submitter);
    });
    this.remember(form);
  }

  private field = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement;

  /** With the shared token that stays when this fails, the form is answered with a preview. */
  private mint(form: HTMLFormElement): Promise<void> {
    const path = this.dataset.token;
    return (this.minted ??= path ? this.fetchToken(form, path) : Promise.resolve());
  }

  private async fetchToken(form: HTMLFormElement, path: string) {
    try {
      const answer = await fetch(path, { cache: 'no-store' });
      if (answer.ok) this.field(form, 'token').value = await answer.text();
    } catch {
      this.minted = undefined;
    }
  }

  private async send(form: HTMLFormElement, submitter: HTMLElement | null) {
    if (form.ariaBusy) return;
    form.ariaBusy = 'true';
    try {
      await this.mint(form);
      const body = new URLSearchParams(new FormData(form, submitter) as unknown as Record<string, string>);
      const answer = await fetch(form.action, { method: 'POST', body });
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('comments');
      const shown = document.getElementById('comments');
      if (!fresh || !shown) throw new Error('No comments in the answer');
      // The address of the writer's view: going back and forward, and reloading, show what a form without script would have.
      if (answer.redirected) history.replaceState(null, '', answer.url);
      shown.replaceWith(document.adoptNode(fresh));
      const said = fresh.querySelector<HTMLElement>('[role=alert], [autofocus], p[role=status]');
      if (said && !said.hasAttribute('tabindex')) said.tabIndex = -1;
      said?.focus();
    } catch {
      this.isLeft = true;
      form.requestSubmit(submitter);
    }
  }

  private remember(form: HTMLFormElement) {
    const label = form.querySelector<HTMLElement>('[data-remember]');
    const box = label?.querySelector('input');
    if (!label || !box) return;
    label.hidden = false;
    const names = ['name', 'email'] as const;
    const kept = storage((store) => JSON.parse(store.getItem(KEPT) ?? 'null') as Commenter | null);
    box.checked = kept != null;
    for (const name of names) this.field(form, name).value ||= kept?.[name] ?? '';
    form.addEventListener('submit', () => {
      const typed = Object.fromEntries(names.map((name) => [name, this.field(form, name).value]));
      storage((store) => (box.checked ? store.setItem(KEPT, JSON.stringify(typed)) : store.removeItem(KEPT)));
    });
  }
}

customElements.define('comment-form', CommentForm);
