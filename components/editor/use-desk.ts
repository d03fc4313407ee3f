import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useState } from 'react';
import type { Direction } from '#lib/body/paste-direction.ts';
import type { EditorProps } from './article-editor.tsx';
import type { Asked, PickedMedia } from './editor-context.ts';
import { knowPictures } from './paste.ts';

type Given = Pick<EditorProps, 'pictures' | 'cards' | 'words' | 'numbers' | 'locale'> & {
  direction: Direction;
  pick: ((asked: Asked) => void) | undefined;
};

/** What the blocks of the body need: words, pictures and headlines. `learn` adds a picture. */
export function useDesk(
  editor: Editor | null,
  { pictures, cards, words, numbers, locale, direction, pick }: Given,
) {
  const [known, setKnown] = useState(() => new Map(Object.entries(pictures)));
  const [headlines, setHeadlines] = useState(
    () => new Map(Object.entries(cards).map(([number, { headline }]) => [Number(number), headline])),
  );

  useEffect(() => {
    if (editor) knowPictures(editor, known);
  }, [editor, known]);

  const desk = useMemo(
    () => ({
      words,
      locale,
      direction,
      pictures: known,
      headlines,
      numbers: numbers ?? { formatLocale: words.language, digits: 'latn' as const },
      pick,
      rememberHeadline: (number: number, headline: string) =>
        setHeadlines((all) => new Map(all).set(number, headline)),
    }),
    [words, locale, direction, known, headlines, numbers, pick],
  );

  const learn = (picture: PickedMedia) => setKnown((all) => new Map(all).set(picture.id, picture));
  return { desk, learn };
}
