// The form works by itself; here the button changes at once instead of the page being loaded again.
document.addEventListener('submit', async (event) => {
  const button = event.submitter as HTMLButtonElement | null;
  const form = event.target as HTMLFormElement;
  if (form.id !== 'appreciation' || !button) return;
  event.preventDefault();
  if (button.ariaPressed === 'true') return;
  const answer = await fetch(button.formAction, { method: 'POST', body: new URLSearchParams(), redirect: 'manual' }).catch(() => undefined);
  if (answer?.type !== 'opaqueredirect') return location.assign(`${button.formAction}`);
  button.ariaPressed = 'true';
  button.ariaLabel = button.dataset.nextLabel!;
  button.querySelector('span')!.textContent = button.dataset.next!;
});
