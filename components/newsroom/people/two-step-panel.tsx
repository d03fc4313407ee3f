'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { BackupCodes, type CodesWords } from './backup-codes.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Field, type FieldProps } from '#components/newsroom/ui/field.tsx';
import type { FormAction } from '#components/newsroom/ui/form-state.ts';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { SendOutcome } from '#components/newsroom/ui/send-outcome.tsx';
import { useFormSending } from '#components/newsroom/ui/use-sending.ts';

export type TwoStepForm = {
  step: string;
  title?: string;
  lead?: string;
  field?: FieldProps;
  submit: string;
  variant: keyof typeof buttonStyle;
};

type Props = {
  action: FormAction;
  /** The forms for the present state; the page decides. */
  forms: TwoStepForm[];
  words: CodesWords;
  /** Explains the mark of required fields. */
  requiredLegend: string;
  children: ReactNode;
};

/**
 * Stays mounted while the state behind it changes, so that the backup codes are still shown after the step
 * that made them.
 */
export function TwoStepPanel({ action, forms, words, requiredLegend, children }: Props) {
  const { state, send, isSending, failure, left, onSubmit } = useFormSending(action);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state?.faults) panel.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [state]);
  const faultIn = state?.values?.step;
  return (
    <div ref={panel} className="space-y-6" aria-busy={isSending}>
      {state?.codes && <BackupCodes codes={state.codes} words={words} />}
      {state?.notice && <Notice tone="done">{state.notice}</Notice>}
      {children}
      <SendOutcome failure={failure} left={left} />
      {forms.map(({ step, title, lead, field, submit, variant }) => (
        <form
          key={step}
          action={send}
          onSubmit={onSubmit}
          data-two-step=""
          noValidate
          className="max-w-md space-y-3"
        >
          {title && <h3 className="text-ui">{title}</h3>}
          {lead && <p className="text-ink-soft">{lead}</p>}
          <input type="hidden" name="step" value={step} />
          {field?.isRequired && (
            <p className="is-required-legend text-caption text-ink-soft">{requiredLegend}</p>
          )}
          {field && <Field {...field} fault={faultIn === step ? state?.faults?.[field.name] : undefined} />}
          <button disabled={isSending} className={buttonStyle[variant]}>
            {submit}
          </button>
        </form>
      ))}
    </div>
  );
}
