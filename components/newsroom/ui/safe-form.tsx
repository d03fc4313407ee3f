'use client';

import type { FormHTMLAttributes, ReactNode } from 'react';
import { SendOutcome } from './send-outcome.tsx';
import { useSending } from './use-sending.ts';

type Props = Omit<FormHTMLAttributes<HTMLFormElement>, 'action' | 'onSubmit' | 'ref'> & {
  action: (form: FormData) => Promise<void>;
  /** Names the words that the browser keeps until they are sent; see `useKeptWords`. */
  keep?: string;
  children: ReactNode;
};

/** A form of the newsroom whose action ends in another page. Without scripts it is an ordinary one. */
export function SafeForm({ action, keep, children, ...rest }: Props) {
  const { form, isSending, onSubmit, failure, left } = useSending(action, () => undefined, keep);
  return (
    <form {...rest} ref={form} action={action} onSubmit={onSubmit} data-guarded="" aria-busy={isSending}>
      {children}
      <SendOutcome failure={failure} left={left} />
    </form>
  );
}
