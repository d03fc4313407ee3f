type Moved = {
  home: Comment;
  heading: HTMLElement;
  first: ChildNode[];
  /** The `replyTo` field that the form had, if the page was loaded as a reply. */
  replyTo: Element | null;
  link: HTMLElement;
};
let moved: Moved | undefined;

const readForm = () => {
  const form = document.getElementById('comment-form') as HTMLFormElement | null;
  const section = form?.closest('section');
  return form && section ? { form, section } : undefined;
};

function bringHome() {
  const found = readForm();
  if (!moved || !found) return;
  moved.home.replaceWith(found.section);
  moved.heading.replaceChildren(...moved.first);
  found.form.querySelector('[name=replyTo]')?.remove();
  if (moved.replyTo) found.form.append(moved.replyTo);
  found.form.querySelector('.cancel-reply')?.remove();
  found.form.dispatchEvent(new Event('turned'));
  moved.link.focus();
  moved = undefined;
}

function bringTo(comment: Element, link: HTMLElement, { replyTitle = '', replyCancel = '' }: DOMStringMap) {
  bringHome();
  const found = readForm();
  const heading = found?.section.querySelector('h2');
  if (!found || !heading) return false;
  const { form, section } = found;
  const home = document.createComment('');
  const replyTo = form.querySelector('[name=replyTo]');
  moved = { home, heading, first: [...heading.childNodes], replyTo, link };
  replyTo?.remove();
  form.append(
    Object.assign(document.createElement('input'), {
      type: 'hidden',
      name: 'replyTo',
      value: link.dataset.reply,
    }),
  );
  const cancel = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'cancel-reply',
    textContent: replyCancel,
  });
  cancel.addEventListener('click', bringHome);
  form.querySelector('[type=submit]')!.after(cancel);
  const name = document.createElement('bdi');
  name.textContent = comment.querySelector('bdi')!.textContent;
  heading.replaceChildren(`${replyTitle} `, name);
  section.before(home);
  comment.after(section);
  form.dispatchEvent(new Event('turned'));
  form.querySelector('textarea')!.focus();
  return true;
}

// «رد» moves the form below its comment; without this script the link loads a page with the form ready for
// the reply.
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLElement>('[data-reply]');
  const comment = link?.closest('article');
  const list = link?.closest<HTMLElement>('[data-reply-title]');
  if (!link || !comment || !list || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!document.contains(moved?.home ?? document)) moved = undefined; // the thread was replaced meanwhile
  if (bringTo(comment, link, list.dataset)) event.preventDefault();
});
