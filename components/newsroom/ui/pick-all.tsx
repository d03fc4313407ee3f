'use client';

import { useEffect, useId, useRef, useState } from 'react';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { plural, type Forms } from '#components/editor/plural.ts';

type Props = {
  /** The form that the checkboxes of the list belong to. */
  form: string;
  words: { all: string; /** How many are ticked, with `#` for the number. */ count: Forms };
  /** The language and the digits of the words. */
  dates: DateSettings;
};

const picksOf = (form: string) => [
  ...document.querySelectorAll<HTMLInputElement>(`input[name=pick][form="${form}"]`),
];

/**
 * Ticks every checkbox of a list, and shows how many are ticked. Without JavaScript it is missing, and each
 * is ticked by hand.
 */
export function PickAll({ form, words, dates }: Props) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [{ picked, all }, setCount] = useState({ picked: 0, all: 0 });
  useEffect(() => {
    const count = () => {
      const picks = picksOf(form);
      setCount({ picked: picks.filter(({ checked }) => checked).length, all: picks.length });
    };
    count();
    document.addEventListener('change', count);
    // A page that comes back after its form was sent loses the ticks without a change event.
    window.addEventListener('pageshow', count);
    return () => {
      document.removeEventListener('change', count);
      window.removeEventListener('pageshow', count);
    };
  }, [form]);
  useEffect(() => {
    if (box.current) box.current.indeterminate = picked > 0 && picked < all;
  }, [picked, all]);
  if (all === 0) return null;
  return (
    <label htmlFor={id} className="me-2 inline-flex min-h-11 items-center gap-3 font-medium">
      <input
        ref={box}
        id={id}
        type="checkbox"
        checked={picked === all}
        className="size-5 accent-sea"
        onChange={({ target: { checked } }) => {
          for (const pick of picksOf(form)) {
            pick.checked = checked;
            // Other listeners of the page get the same event as after a click.
            pick.dispatchEvent(new Event('change', { bubbles: true }));
          }
        }}
      />
      <span>{words.all}</span>
      <span role="status" className="text-ink-soft">
        {plural(dates.locale, words.count, picked, formatNumber(picked, dates))}
      </span>
    </label>
  );
}
