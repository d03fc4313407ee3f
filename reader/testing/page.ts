/** Fills the page. Elements of ours begin with their content in place, as after the parsing of a document. */
export function drawPage(html: string): void {
  document.body.innerHTML = html;
}

export const find = <T extends HTMLElement = HTMLElement>(selector: string): T =>
  document.querySelector<T>(selector)!;

/** Sends the form of a button. Returns whether the browser would load the response as a page. */
export function submit(button: HTMLButtonElement): boolean {
  const event = new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: button });
  return button.form!.dispatchEvent(event);
}

/** Clicks. Returns whether the browser would follow the link. */
export const click = (element: Element, init: MouseEventInit = {}): boolean =>
  element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...init }));

export function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
