import { readAloud, sendForm, showPart } from './send-form.ts';

// The smaller forms around a comment work without JavaScript; this script keeps their text when the network
// fails.
document.addEventListener('submit', async (event) => {
  const form = event.target as HTMLFormElement;
  if (!form.hasAttribute('data-keep-words')) return;
  event.preventDefault();
  const sent = await sendForm(form, event.submitter, (page) =>
    page.querySelector('#main :is([role=alert],[role=status])'),
  );
  if (!sent) return;
  const at = new URL(sent.answer.url).searchParams.get('at');
  if (sent.answer.redirected) location.assign(sent.answer.url + (at ? `#comment-${at}` : ''));
  else readAloud(showPart('main', sent.page));
});
