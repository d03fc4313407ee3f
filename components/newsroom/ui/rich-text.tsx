'use client';

import { useId, type ReactNode } from 'react';
import type { Doc } from '#lib/body/doc.ts';
import { typedBody } from '#lib/body/read-field.ts';
import { RichBody } from './rich-body.tsx';
import type { RichProps } from './rich-field.tsx';
import { dirOf } from '#lib/locales.ts';

type Props = RichProps & {
  label: string;
  /**
   * The same body as plain text in notation, for browsers without JavaScript; `textName` is the name of its
   * field.
   */
  text: string;
  textName?: string;
  rows: number;
  isRequired?: boolean;
  hint?: ReactNode;
  fault?: string | undefined;
  values: Record<string, string> | undefined;
};

const inputStyle =
  'block min-h-11 w-full rounded-paper border border-field bg-paper px-3 py-2 text-start text-ui field-sizing-content max-h-[70vh] aria-invalid:border-madder';

/** A body in a form: the editor, or a field of plain text without JavaScript. */
export function RichText({
  label,
  text,
  textName = 'text',
  rows,
  isRequired = false,
  hint,
  fault,
  values,
  ...rich
}: Props) {
  const id = useId();
  const described = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ');
  const toDoc = (typed: Record<string, string>, stored: Doc) =>
    typedBody(typed[textName] ?? '', stored.content);
  return (
    <RichBody {...rich} label={label} plain={{ [textName]: text }} toDoc={toDoc} fault={fault}>
      <div>
        <label htmlFor={id} className={`mb-1 block font-medium ${isRequired ? 'is-required' : ''}`}>
          {label}
        </label>
        <textarea
          id={id}
          name={textName}
          rows={rows}
          lang={rich.lang}
          dir={dirOf(rich.lang)}
          defaultValue={values?.[textName] ?? text}
          className={inputStyle}
          {...(isRequired && { required: true })}
          {...(described && { 'aria-describedby': described })}
          {...(fault && { 'aria-invalid': true })}
        />
        {fault && (
          <p id={`${id}-fault`} className="mt-1 text-madder">
            {fault}
          </p>
        )}
        {hint && (
          <div id={`${id}-hint`} className="mt-1 text-caption text-ink-soft">
            {hint}
          </div>
        )}
      </div>
    </RichBody>
  );
}
