'use client';

import { useId } from 'react';
import { mostUnits } from '#lib/arabic/count-characters.ts';
import { keepFirst } from './keep-first.ts';

type Props = {
  name: string;
  label: string;
  hint?: string;
  rows: number;
  max: number;
  /** Explains the mark of a required field; missing for an optional one. */
  required?: string;
};

/** A text box for the newsroom's own text. Its direction follows what is typed. */
export function TextBox({ name, label, hint, rows, max, required }: Props) {
  const id = useId();
  return (
    <div>
      {required && <p className="is-required-legend text-caption text-ink-soft">{required}</p>}
      <label htmlFor={id} className={`mb-1 block font-medium ${required ? 'is-required' : ''}`}>
        {label}
      </label>
      <textarea
        id={id}
        name={name}
        rows={rows}
        maxLength={mostUnits(max)}
        onInput={({ currentTarget: box }) => keepFirst(box, max)}
        required={required !== undefined}
        dir="auto"
        {...(hint && { 'aria-describedby': `${id}-hint` })}
        className="block min-h-11 w-full rounded-paper border border-field bg-paper px-3 py-2 text-ui placeholder-shown:text-start"
      />
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-caption text-ink-soft">
          {hint}
        </p>
      )}
    </div>
  );
}
