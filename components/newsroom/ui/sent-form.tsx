'use client';

import { useEffect, useId, useMemo, useState, type ReactNode } from 'react';
import { buttonStyle } from './button.ts';
import { CopyField } from './copy-field.tsx';
import { Field, type FieldProps } from './field.tsx';
import type { FormAction, FormState } from './form-state.ts';
import { More } from './more.tsx';
import { Notice } from './notice.tsx';
import { FORM_ID } from './form-id.ts';
import { SendOutcome } from './send-outcome.tsx';
import { useFormSending } from './use-sending.ts';

export type SentFormProps = {
  action: FormAction;
  fields: FieldProps[];
  submit: string;
  hidden?: Record<string, string>;
  /** Of the state that the form starts from. A stamp in the action's result takes precedence. */
  stamp?: string;
  variant?: keyof typeof buttonStyle;
  /** Puts fields side by side where there is room. */
  paired?: boolean;
  /** Introduces the names of the fields that have a fault. */
  faultsTitle: string;
  /** Explains the mark of required fields. */
  requiredLegend: string;
  /** Words of the field that shows a link to hand on. */
  linkWords: { label: string; copy: string; copied: string };
  /** Several submit buttons; `submit` is then unused. */
  acts?: { value: string; label: string }[];
  /** Content above the buttons. */
  children?: ReactNode;
  /** Names the copy that the browser keeps until the form is sent; see `useKeptWords`. */
  keep?: string;
  /** The form is folded under this summary. It comes back open with its result, also without JavaScript. */
  folded?: { summary: ReactNode; lead?: ReactNode };
  /** The id of this one form; only with `keep`. */
  formId?: string;
};

/** A form with more fields than this lists the faulty ones above them all. */
const FEW = 3;

/** What the form says after it was sent: the faulty fields, or what was done. */
function FormOutcome({
  state,
  fields,
  faultsTitle,
  linkWords,
  id,
}: Pick<SentFormProps, 'fields' | 'faultsTitle' | 'linkWords'> & { state: FormState; id: string }) {
  const wrong = fields.length > FEW ? fields.filter(({ name }) => state?.faults?.[name]) : [];
  return (
    <>
      {state?.faults?.form && <Notice tone="fault">{state.faults.form}</Notice>}
      {wrong.length > 0 && (
        <Notice tone="fault">
          <p className="w-full">{faultsTitle}</p>
          <ul className="flex flex-wrap gap-x-4">
            {wrong.map(({ name, label }) => (
              <li key={name}>
                <a href={`#${id}-${name}`} className={buttonStyle.text}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {state?.notice && (
        <Notice tone="done">
          <p>{state.notice}</p>
          {state.link && (
            <div className="w-full">
              <CopyField label={linkWords.label} value={state.link} words={linkWords} />
            </div>
          )}
        </Notice>
      )}
    </>
  );
}

function SubmitButtons({
  submit,
  acts,
  variant,
  isSending,
}: Required<Pick<SentFormProps, 'submit' | 'acts' | 'variant'>> & { isSending: boolean }) {
  return acts.length === 0 ? (
    <button disabled={isSending} className={buttonStyle[variant]}>
      {submit}
    </button>
  ) : (
    <div className="flex flex-wrap gap-3">
      {acts.map((act, n) => (
        <button
          key={act.value}
          name="act"
          value={act.value}
          disabled={isSending}
          className={n === 0 ? buttonStyle[variant] : buttonStyle.plain}
        >
          {act.label}
        </button>
      ))}
    </div>
  );
}

/**
 * A form of the newsroom. Without JavaScript it is an ordinary form, and the same page comes back with the
 * faults.
 */
export function SentForm({
  action,
  fields,
  submit,
  hidden = {},
  stamp,
  variant = 'main',
  paired = false,
  faultsTitle,
  requiredLegend,
  linkWords,
  acts = [],
  children,
  keep,
  folded,
  formId,
}: SentFormProps) {
  const { state, send, isSending, failure, left, form, onSubmit } = useFormSending(action, keep);
  const id = useId();
  // Renders again only for a new result. An autosave changes the value in between (draft-autosave.tsx), and
  // React would reset it.
  const stampField = useMemo(
    () => stamp && <input type="hidden" name="stamp" value={state?.values?.stamp ?? stamp} />,
    [stamp, state],
  );
  useEffect(() => {
    if (state?.faults) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [state, form]);
  const [isAnswered] = useState(state !== null);
  const shown = (
    <form
      ref={form}
      action={send}
      onSubmit={onSubmit}
      data-guarded=""
      noValidate
      aria-busy={isSending}
      className="space-y-4"
    >
      <FormOutcome {...{ state, fields, faultsTitle, linkWords, id }} />
      {fields.some(({ isRequired }) => isRequired) && (
        <p className="is-required-legend text-caption text-ink-soft">{requiredLegend}</p>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {stampField}
      {formId && <input type="hidden" name={FORM_ID} value={formId} />}
      <div className={`empty:hidden ${paired ? 'grid gap-4 sm:grid-cols-2' : 'space-y-4'}`}>
        {fields.map((field) => (
          <Field
            key={field.name}
            {...field}
            id={`${id}-${field.name}`}
            fault={state?.faults?.[field.name]}
            value={state?.values?.[field.name] ?? field.initial ?? ''}
            values={state?.values}
          />
        ))}
      </div>
      {children}
      <SendOutcome failure={failure} left={left} />
      <SubmitButtons {...{ submit, acts, variant, isSending }} />
    </form>
  );
  return folded ? (
    <More summary={folded.summary} isOpen={isAnswered}>
      {folded.lead}
      <div className="max-w-xl">{shown}</div>
    </More>
  ) : (
    shown
  );
}
