'use client';

import type { FormHTMLAttributes, ReactNode } from 'react';
import { SendOutcome } from './send-outcome.tsx';
import { useSending } from './use-sending.ts';

type Props = Omit<FormHTMLAttributes<HTMLFormElement>, 'action' | 'onSubmit' | 'ref'> & {
  action: (form: FormData) => Promise<void>;
  /** Names the copy that the browser keeps until the form is sent; see `useKeptWords`. */
  keep?: string;
  children: ReactNode;
};

/**
 * A form of the newsroom whose action redirects to another page. Without JavaScript it is an ordinary form.
 */
export function SafeForm({ action, keep, children, ...rest }: Props) {
  const { form, isSending, onSubmit, failure, left } = useSending(action, () => undefined, keep);
  return (
    <form {...rest} ref={form} action={action} onSubmit={onSubmit} data-guarded="" aria-busy={isSending}>
      {children}
      <SendOutcome failure={failure} left={left} />
    </form>
  );
}
