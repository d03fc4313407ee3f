const base =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-paper border px-4 font-medium disabled:opacity-60';

/** Styles of buttons; at most one `main` in a form. */
export const buttonStyle = {
  main: `${base} border-sea bg-sea text-on-sea hover:border-ink hover:bg-ink hover:text-paper`,
  plain: `${base} border-field text-ink hover:border-sea hover:text-sea`,
  risky: `${base} border-field text-madder hover:border-madder`,
  text: 'inline-flex min-h-11 items-center gap-2 text-sea underline hover:text-ink',
  riskyText: 'inline-flex min-h-11 items-center gap-2 text-madder underline hover:text-ink',
};
