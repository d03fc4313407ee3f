'use client';

import { useId, useState } from 'react';
import { buttonStyle } from './button.ts';
import { byScript, useScripts } from './use-scripts.ts';

/** An address to hand on. It can be read and selected, and copied with one press where scripts run. */
export function CopyField({
  label,
  value,
  words,
}: {
  label: string;
  value: string;
  words: { copy: string; copied: string };
}) {
  const id = useId();
  const [isDone, setIsDone] = useState(false);
  const isReady = useScripts();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          readOnly
          value={value}
          dir="ltr"
          onFocus={(event) => event.target.select()}
          className="block min-h-11 w-full min-w-0 rounded-paper border border-field bg-paper px-3"
        />
        <button
          type="button"
          onClick={() => void navigator.clipboard?.writeText(value).then(() => setIsDone(true))}
          className={`${buttonStyle.plain} shrink-0 ${byScript(isReady)}`}
        >
          {isDone ? words.copied : words.copy}
        </button>
        <span role="status" className="sr-only">
          {isDone && words.copied}
        </span>
      </div>
    </div>
  );
}
