'use client';

import { useEffect, useState } from 'react';
import { buttonStyle } from '#components/newsroom/ui/button.ts';

type Words = { all: string; none: string; /** For none, one, two … chosen. */ chosen: string[] };

const boxes = () => [
  ...document.querySelectorAll<HTMLInputElement>('input[name=pick][form=bulk]:not(:disabled)'),
];

/**
 * How many cards are ticked, and all of the page at once. Comments on other pages were not read, so they are
 * left out.
 */
export function BulkChoice({ words }: { words: Words }) {
  const [chosen, setChosen] = useState(0);
  useEffect(() => {
    const count = () => setChosen(boxes().filter(({ checked }) => checked).length);
    const onChange = (event: Event) => (event.target as HTMLInputElement | null)?.name === 'pick' && count();
    count();
    document.addEventListener('change', onChange);
    return () => document.removeEventListener('change', onChange);
  }, []);

  function choose(isOn: boolean) {
    const all = boxes();
    for (const box of all) box.checked = isOn;
    setChosen(isOn ? all.length : 0);
  }

  return (
    <>
      <p role="status" className="me-2 font-medium">
        {words.chosen[chosen] ?? ''}
      </p>
      <button
        type="button"
        onClick={() => choose(true)}
        className={`${buttonStyle.text} [@media(scripting:none)]:hidden`}
      >
        {words.all}
      </button>
      <button
        type="button"
        onClick={() => choose(false)}
        className={`${buttonStyle.text} [@media(scripting:none)]:hidden`}
      >
        {words.none}
      </button>
    </>
  );
}
