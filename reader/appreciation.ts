// The form works without JavaScript; this script changes the button at once instead of reloading the page.
document.addEventListener('submit', async (event) => {
  const button = event.submitter as HTMLButtonElement | null;
  const form = event.target as HTMLFormElement;
  if (form.id !== 'appreciation' || !button) return;
  event.preventDefault();
  if (button.ariaBusy) return;
  button.ariaBusy = 'true';
  const { value } = button;
  const answer = await fetch(button.formAction, {
    method: 'POST',
    body: new URLSearchParams({ back: value }),
    redirect: 'manual',
  }).catch(() => undefined);
  button.ariaBusy = null;
  if (answer?.type !== 'opaqueredirect') return;
  const number = button.querySelector('span')!;
  const next = button.dataset.next!;
  button.dataset.next = number.textContent!;
  number.textContent = next;
  button.ariaPressed = String(value === '0');
  button.value = value === '0' ? '1' : '0';
});
