'use client';

import { useActionState, useEffect, useRef } from 'react';
import { buttonStyle } from './button.ts';
import { Field, type FieldProps } from './field.tsx';
import type { FormAction } from './form-state.ts';
import { Notice } from './notice.tsx';

type Props = { action: FormAction; fields: FieldProps[]; submit: string; hidden?: Record<string, string>; look?: keyof typeof buttonStyle; /** Fields side by side where there is room. */ paired?: boolean };

/** A form of the newsroom; without scripts it is an ordinary one, and the same page comes back with the faults. */
export function ActionForm({ action, fields, submit, hidden = {}, look = 'main', paired = false }: Props) {
  const [state, send, isSending] = useActionState(action, null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state?.faults) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [state]);
  return (
    <form ref={form} action={send} noValidate aria-busy={isSending} className="space-y-4">
      {state?.faults?.form && <Notice tone="fault">{state.faults.form}</Notice>}
      {state?.notice && (
        <Notice tone="done">
          <p>{state.notice}</p>
          {state.link && <p dir="ltr" className="w-full text-start wrap-anywhere select-all"><code>{state.link}</code></p>}
        </Notice>
      )}
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <div className={paired ? 'grid gap-4 sm:grid-cols-2' : 'space-y-4'}>
        {fields.map((field) => (
          <Field key={field.name} {...field} fault={state?.faults?.[field.name]} value={state?.values?.[field.name] ?? field.initial ?? ''} />
        ))}
      </div>
      <button disabled={isSending} className={buttonStyle[look]}>{submit}</button>
    </form>
  );
}
