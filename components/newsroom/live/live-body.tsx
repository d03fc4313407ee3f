import type { ReactNode } from 'react';
import type { Doc } from '#lib/body/doc.ts';
import { ENTRY_FIELDS, typedEntry, type EntryFields } from '#lib/articles/entry-form.ts';
import { LiveField } from './live-field.tsx';
import { LivePart } from './live-part.tsx';
import { LivePicture, type PictureWords } from './live-picture.tsx';
import type { PickedMedia } from '#components/newsroom/library/picked-media.ts';
import { RichBody } from '#components/newsroom/ui/rich-body.tsx';
import type { RichProps } from '#components/newsroom/ui/rich-field.tsx';
import type { Locale } from '#lib/locales.ts';

export type LiveBodyWords = PictureWords &
  Record<'body' | 'embed' | 'embedAddress' | 'embedHint' | 'embedTitle' | 'embedTitleHint', string>;

type Props = {
  words: LiveBodyWords;
  rich: RichProps;
  pictures: PickedMedia[];
  /** How the plain text is parsed, and the signs of its notation. */
  textHint: ReactNode;
  signs: ReactNode;
  initial: Record<string, string>;
  valueOf: (name: string) => string;
  faults: Record<string, string>;
  lang: Locale;
};

const toDoc = (typed: Record<string, string>, stored: Doc) =>
  typedEntry(typed as EntryFields, stored.content);

/**
 * The body of an entry: the article editor, or without JavaScript a text in notation with a picture and an
 * embed card below it.
 */
export function LiveBody({ words, rich, pictures, textHint, signs, initial, valueOf, faults, lang }: Props) {
  const typed = (name: string) => ({ name, value: valueOf(name), fault: faults[name] });
  const plain = Object.fromEntries(ENTRY_FIELDS.map((name) => [name, initial[name] ?? '']));
  const fault = ENTRY_FIELDS.map((name) => faults[name]).find(Boolean);
  return (
    <RichBody {...rich} label={words.body} plain={plain} toDoc={toDoc} fault={fault} isCompact>
      <LiveField {...typed('body')} label={words.body} rows={6} lang={lang} max={10_000} hint={textHint}>
        {signs}
      </LiveField>
      <div>
        <LivePicture words={words} pictures={pictures} valueOf={valueOf} faults={faults} lang={lang} />
        <LivePart title={words.embed} isOpen={Boolean(valueOf('embed') || faults.embed || faults.embedTitle)}>
          <div className="grid gap-3 sm:grid-cols-2">
            <LiveField
              {...typed('embed')}
              label={words.embedAddress}
              hint={words.embedHint}
              type="url"
              max={2000}
            />
            <LiveField
              {...typed('embedTitle')}
              label={words.embedTitle}
              hint={words.embedTitleHint}
              lang={lang}
              max={300}
            />
          </div>
        </LivePart>
      </div>
    </RichBody>
  );
}
