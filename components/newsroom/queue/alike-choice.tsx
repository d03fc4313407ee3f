'use client';

import { useRef, useState, type ReactNode } from 'react';
import { buttonStyle } from '#components/newsroom/ui/button.ts';

export type Alike = {
  title: string;
  all: string;
  list: ReactNode;
  /** For none, one, two … chosen: which comments the decision covers. */
  takes: string[];
};

const boxesIn = (part: HTMLElement | null) => [
  ...(part?.querySelectorAll<HTMLInputElement>('input[name=alike]') ?? []),
];

/**
 * Part of a card's form: its near-copies. None is chosen at first. The number chosen is shown beside the
 * decision.
 */
export function AlikeChoice({ alike }: { alike: Alike }) {
  const part = useRef<HTMLFieldSetElement>(null);
  const [chosen, setChosen] = useState(0);
  const count = () => setChosen(boxesIn(part.current).filter(({ checked }) => checked).length);

  function chooseAll() {
    for (const box of boxesIn(part.current)) box.checked = true;
    count();
  }

  return (
    <fieldset ref={part} data-alike onChange={count} className="mb-3 border-s-2 border-hairline ps-4">
      <legend className="font-medium">{alike.title}</legend>
      {alike.list}
      {alike.takes.length > 2 && (
        <button
          type="button"
          onClick={chooseAll}
          className={`${buttonStyle.text} [@media(scripting:none)]:hidden`}
        >
          {alike.all}
        </button>
      )}
      <p role="status" className={chosen > 0 ? 'font-medium text-amber' : 'sr-only'}>
        {chosen > 0 && alike.takes[chosen]}
      </p>
    </fieldset>
  );
}
