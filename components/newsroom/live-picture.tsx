import { lazy, Suspense, useId, useState, useSyncExternalStore } from 'react';
import { buttonStyle } from './button.ts';
import { LiveField } from './live-field.tsx';
import { LivePart } from './live-part.tsx';
import type { PickerWords } from './media-picker.tsx';
import { MediaThumb } from './media-thumb.tsx';
import type { PickedMedia } from './picked-media.ts';

// Fetched when it is first opened: most entries are words alone.
const MediaPicker = lazy(() => import('./media-picker.tsx').then((module) => ({ default: module.MediaPicker })));

export type PictureWords = Record<'picture' | 'pictureHint' | 'latest' | 'none' | 'unnamed' | 'choose' | 'change' | 'takeOut' | 'caption' | 'credit' | 'alt' | 'decorative' | 'fromLibrary', string>;

type Props = {
  words: PictureWords;
  pickerWords: PickerWords;
  /** Those that came last into the library, and the one that is chosen. */
  pictures: PickedMedia[];
  valueOf: (name: string) => string;
  faults: Record<string, string>;
  lang: 'ar' | 'en';
};

const onNothing = () => () => undefined;
const SHORT = 60;

/** The picture below an entry's text: chosen by sight, or without scripts out of a list of the latest; with what is said of it here. */
export function LivePicture({ words, pickerWords, pictures, valueOf, faults, lang }: Props) {
  const id = useId();
  const isReady = useSyncExternalStore(onNothing, () => true, () => false);
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState(() => pictures.find((picture) => picture.id === valueOf('mediaId')));
  const nameOf = ({ alt, fileName }: PickedMedia) => alt || fileName || words.unnamed;
  const fromLibrary = (text: string | undefined) => (text ? words.fromLibrary.replace('{text}', text) : undefined);
  const field = (name: 'caption' | 'credit' | 'alt', max: number, placeholder?: string) => (
    <LiveField name={name} label={words[name]} value={valueOf(name)} fault={faults[name]} max={max} lang={lang} placeholder={placeholder} />
  );
  return (
    <LivePart title={words.picture} isOpen={Boolean(chosen ?? (valueOf('mediaId') || faults.mediaId || faults.alt || faults.credit))}>
      {faults.mediaId && <p id={`${id}-fault`} className="text-madder">{faults.mediaId}</p>}
      {isReady ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <input type="hidden" name="mediaId" value={chosen?.id ?? ''} />
          {chosen && (
            <p className="flex min-w-0 items-center gap-3">
              <span className="w-24 shrink-0"><MediaThumb media={chosen} sizes="6rem" /></span>
              <bdi className="line-clamp-2 wrap-anywhere">{nameOf(chosen)}</bdi>
            </p>
          )}
          <button
            type="button" onClick={() => setIsOpen(true)} className={buttonStyle.plain}
            {...(faults.mediaId && { 'aria-invalid': true, 'aria-describedby': `${id}-fault` })}
          >
            {chosen ? words.change : words.choose}
          </button>
          {chosen && <button type="button" onClick={() => setChosen(undefined)} className={buttonStyle.risky}>{words.takeOut}</button>}
        </div>
      ) : (
        <div>
          <label htmlFor={id} className="mb-1 block font-medium">{words.latest}</label>
          <select
            id={id} name="mediaId" defaultValue={valueOf('mediaId')} className="block min-h-11 w-full rounded-paper border border-field bg-paper px-3 text-ui"
            {...(faults.mediaId && { 'aria-invalid': true, 'aria-describedby': `${id}-fault` })}
          >
            <option value="">{words.none}</option>
            {pictures.map((picture) => <option key={picture.id} value={picture.id}>{nameOf(picture).slice(0, SHORT)}</option>)}
          </select>
          <p className="mt-1 text-caption text-ink-soft">{words.pictureHint} <a href="/newsroom/media" target="_blank" rel="noopener" className="text-sea underline">{pickerWords.uploadTitle}</a></p>
        </div>
      )}
      {(!isReady || chosen) && (
        <>
          {field('caption', 600)}
          <div className="grid gap-3 sm:grid-cols-2">
            {field('credit', 200, fromLibrary(chosen?.credit))}
            {field('alt', 600, fromLibrary(chosen?.alt))}
          </div>
          <label className="inline-flex min-h-11 items-center gap-2">
            <input key={valueOf('decorative')} type="checkbox" name="decorative" value="1" defaultChecked={valueOf('decorative') === '1'} className="size-5 accent-sea" />
            {words.decorative}
          </label>
        </>
      )}
      {isOpen && (
        <Suspense>
          <MediaPicker
            words={pickerWords}
            onPick={([picture]) => {
              setChosen(picture);
              setIsOpen(false);
            }}
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      )}
    </LivePart>
  );
}
