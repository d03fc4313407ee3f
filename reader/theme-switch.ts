// The form works without JavaScript; this script changes the page at once instead of reloading it.
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  const button = event.submitter as HTMLButtonElement | null;
  if (!form.hasAttribute('data-theme-switch') || !button) return;
  event.preventDefault();
  const { value } = button;
  document.documentElement.style.colorScheme = value === 'system' ? '' : value;
  if (value === 'system') document.querySelector<HTMLLinkElement>('link[href="/theme.css"]')?.remove();
  void fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams({ theme: value }),
    redirect: 'manual',
  });
});
