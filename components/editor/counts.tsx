import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import { formatNumber } from '#lib/arabic/numerals.ts';
import type { Doc } from '#lib/body/doc.ts';
import { useEditorDesk } from './editor-context.ts';
import { plural } from './plural.ts';
import { watchDoc, type DocStats } from './watch-doc.ts';

type Props = { editor: Editor; onChange: (doc: Doc, stats: DocStats) => void };

/** The counts of the body, below it. Not read aloud automatically: they change with every word. */
export function Counts({ editor, onChange }: Props) {
  const { words, direction, numbers } = useEditorDesk();
  const [stats, setStats] = useState<DocStats>();
  const tell = useRef(onChange);
  useEffect(() => {
    tell.current = onChange;
  }, [onChange]);
  useEffect(
    () =>
      watchDoc(editor, direction, (doc, next, isGiven) => {
        setStats(next);
        if (!isGiven) tell.current(doc, next);
      }),
    [editor, direction],
  );
  const say = (kind: keyof DocStats, count: number) =>
    plural(words.language, words.counts[kind], count, formatNumber(count, numbers));
  return (
    <p className="mt-2 min-h-6 text-caption text-ink-soft">
      {stats &&
        [say('words', stats.words), say('characters', stats.characters), say('minutes', stats.minutes)].join(
          ' · ',
        )}
    </p>
  );
}
