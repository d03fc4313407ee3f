import { createContext, useContext, type ComponentType } from 'react';
import type messages from '#messages/ar.json';
import type { DateSettings } from '#lib/arabic/dates.ts';
import type { Direction } from '#lib/body/paste-direction.ts';
import type { PickedMedia } from '#components/newsroom/library/picked-media.ts';
import type { Locale } from '#lib/locales.ts';

/**
 * The editor's words in the language of the person who writes: `newsroom.editor` of the messages, unchanged.
 */
export type EditorWords = (typeof messages)['newsroom']['editor'];

export type { PickedMedia };
export type NumberFormat = Pick<DateSettings, 'formatLocale' | 'digits'>;
/** A request to the library: one type of file, and one file or up to `most`. */
export type Asked = {
  type: PickedMedia['type'];
  most?: number;
  onPick: (media: [PickedMedia, ...PickedMedia[]]) => void;
};
export type PickerProps = Asked & { onClose: () => void };
export type Picker = ComponentType<PickerProps>;

type EditorDesk = {
  words: EditorWords;
  /** Language and direction of the article, not of the desk. */
  locale: Locale;
  direction: Direction;
  pictures: ReadonlyMap<string, PickedMedia>;
  headlines: ReadonlyMap<number, string>;
  /** Undefined without a library: then nothing can be inserted from it. */
  pick: ((asked: Asked) => void) | undefined;
  rememberHeadline: (number: number, headline: string) => void;
  /** The digits of counts and sizes. */
  numbers: NumberFormat;
};

export const EditorContext = createContext<EditorDesk | null>(null);

export function useEditorDesk(): EditorDesk {
  const desk = useContext(EditorContext);
  if (!desk) throw new Error('Only inside an ArticleEditor');
  return desk;
}
