import { getLocale, getMessages } from 'next-intl/server';
import type { RichProps } from '#components/newsroom/ui/rich-field.tsx';
import { getBodyAssets } from '#db/articles/body-assets.ts';
import { listPickedMedia } from '#db/articles/desk-lookups.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { docMediaIds } from '#lib/body/doc-text.ts';
import type { Doc } from '#lib/body/doc.ts';
import type { Locale } from '#lib/locales.ts';
import { getPickerWords } from './_media-words.ts';

/** What the editor of a form's body needs, including what the body already shows. */
export async function getRichProps(
  initial: Doc,
  lang: Locale,
  { label, placeholder }: { label: string; placeholder: string },
): Promise<RichProps> {
  const [numbers, messages, picker, pictures, { cards }] = await Promise.all([
    getLocale().then(getDateSettings),
    getMessages(),
    getPickerWords(),
    listPickedMedia(docMediaIds(initial)),
    getBodyAssets([initial], new Date()),
  ]);
  return {
    initial,
    lang,
    pictures,
    numbers,
    cards: Object.fromEntries([...cards].map(([number, { headline }]) => [number, { headline }])),
    words: { editor: { ...messages.newsroom.editor, label, placeholder }, picker },
  };
}
