'use client';

import { useId } from 'react';
import { firstCharacters, mostUnits } from '#lib/arabic/count-characters.ts';

type Props = { name: string; label: string; hint?: string; rows: number; max: number; required?: boolean };

/** A box for words of the newsroom's own; it finds its direction from what is typed. */
export function TextBox({ name, label, hint, rows, max, required = false }: Props) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">{label}</label>
      <textarea
        id={id}
        name={name}
        rows={rows}
        maxLength={mostUnits(max)}
        onInput={({ currentTarget: box }) => {
          const kept = firstCharacters(box.value, max);
          if (kept !== box.value) box.value = kept;
        }}
        required={required}
        dir="auto"
        {...(hint && { 'aria-describedby': `${id}-hint` })}
        className="block min-h-11 w-full rounded-paper border border-field bg-paper px-3 py-2 text-ui placeholder-shown:text-start"
      />
      {hint && <p id={`${id}-hint`} className="mt-1 text-caption text-ink-soft">{hint}</p>}
    </div>
  );
}
