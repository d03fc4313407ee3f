'use client';

import { useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { Doc } from '#lib/body/doc.ts';
import { RichField, type RichProps } from './rich-field.tsx';
import { typedEarly } from './typed-early.ts';
import { useScripts } from './use-scripts.ts';

type Props = RichProps & {
  label: string;
  /** The same as plain text in notation, for who has no scripts; the name of its field. */
  text: string;
  textName?: string;
  rows: number;
  hint?: ReactNode;
  /** Below the plain field. */
  children?: ReactNode;
  fault?: string | undefined;
  values: Record<string, string> | undefined;
};

const look = 'block min-h-11 w-full rounded-paper border border-field bg-paper px-3 py-2 text-start text-ui field-sizing-content max-h-[70vh] aria-invalid:border-madder';

/** A body in a form: the editor, and without scripts a field of plain text. */
export function RichText({ label, text, textName = 'text', rows, hint, children, fault, values, ...rich }: Props) {
  const id = useId();
  const plain = useRef<HTMLTextAreaElement>(null);
  const isReady = useScripts();
  const [early, setEarly] = useState<Doc | 'reading'>();
  const { initial } = rich;
  // What was typed while the scripts were on their way: the plain field is about to go.
  useLayoutEffect(() => {
    const field = plain.current;
    if (!field) return;
    const typed = typedEarly(field);
    if (typed === field.defaultValue) return;
    setEarly('reading');
    void import('#lib/body/notation.ts').then(({ parseNotation }) => setEarly(parseNotation(typed, initial.content)));
  }, [initial]);
  const described = [fault && `${id}-fault`, !isReady && hint && `${id}-hint`].filter(Boolean).join(' ');
  const notes = fault ? <p id={`${id}-fault`} className="mt-1 text-madder">{fault}</p> : null;
  if (isReady && early !== 'reading') {
    return (
      <div>
        <p className="mb-1 font-medium" aria-hidden="true">{label}</p>
        <RichField
          {...rich} key={early ? 'early' : 'stored'} name="doc" label={label} value={values?.doc ?? (early && JSON.stringify(early))} isEarly={early !== undefined} isFaulty={fault !== undefined}
          describedBy={described || undefined}
        />
        {notes}
      </div>
    );
  }
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">{label}</label>
      <textarea
        ref={plain} id={id} name={textName} rows={rows} lang={rich.lang} dir={rich.lang === 'ar' ? 'rtl' : 'ltr'} defaultValue={values?.[textName] ?? text} className={look}
        {...(described && { 'aria-describedby': described })} {...(fault && { 'aria-invalid': true })}
      />
      {notes}
      {hint && <div id={`${id}-hint`} className="mt-1 text-caption text-ink-soft">{hint}</div>}
      {children}
    </div>
  );
}
