type Answer = { answer: Response; page: Document };

/**
 * Sends a form without leaving the page. If there is no response, or one without the expected content, the
 * form shows an error and keeps its text; then the result is undefined.
 */
export async function sendForm(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  isAnswer: (page: Document) => unknown,
): Promise<Answer | undefined> {
  const said = form.querySelector<HTMLElement>('[data-said]')!;
  const { offline = '', failed = '' } = said.dataset;
  if (form.ariaBusy) return undefined;
  form.ariaBusy = 'true';
  said.textContent = '';
  try {
    const body = new URLSearchParams(new FormData(form, submitter) as unknown as Record<string, string>);
    const answer = await fetch(form.action, { method: 'POST', body });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (isAnswer(page)) return { answer, page };
    said.textContent = failed;
  } catch {
    said.textContent = offline;
  } finally {
    form.ariaBusy = null;
  }
  return undefined;
}

/** Replaces a part of the page by that of the response, and returns it. */
export function showPart(id: string, page: Document): HTMLElement {
  const fresh = document.adoptNode(page.getElementById(id)!);
  document.getElementById(id)!.replaceWith(fresh);
  return fresh;
}

export function readAloud(part: HTMLElement) {
  const said = part.querySelector<HTMLElement>('[role=alert]:not(:empty), [autofocus], p[role=status]');
  if (said && !said.hasAttribute('tabindex')) said.tabIndex = -1;
  said?.focus();
}
