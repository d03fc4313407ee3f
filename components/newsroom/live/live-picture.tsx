import { useId } from 'react';
import { LiveField } from './live-field.tsx';
import { LivePart } from './live-part.tsx';
import type { PickedMedia } from '#components/newsroom/library/picked-media.ts';
import type { Locale } from '#lib/locales.ts';

export type PictureWords = Record<
  | 'picture'
  | 'pictureHint'
  | 'latest'
  | 'none'
  | 'unnamed'
  | 'upload'
  | 'caption'
  | 'credit'
  | 'alt'
  | 'decorative'
  | 'fromLibrary',
  string
>;

type Props = {
  words: PictureWords;
  /** The latest pictures of the library, and the chosen one. */
  pictures: PickedMedia[];
  valueOf: (name: string) => string;
  faults: Record<string, string>;
  lang: Locale;
};

const SHORT = 60;

/**
 * The picture below an entry's text, without JavaScript: chosen from a list of the latest, with its texts for
 * this entry.
 */
export function LivePicture({ words, pictures, valueOf, faults, lang }: Props) {
  const id = useId();
  const chosen = pictures.find((picture) => picture.id === valueOf('mediaId'));
  const nameOf = ({ alt, fileName }: PickedMedia) => alt || fileName || words.unnamed;
  const fromLibrary = (text: string | undefined) =>
    text ? words.fromLibrary.replace('{text}', text) : undefined;
  const field = (name: 'caption' | 'credit' | 'alt', max: number, placeholder?: string) => (
    <LiveField
      name={name}
      label={words[name]}
      value={valueOf(name)}
      fault={faults[name]}
      max={max}
      lang={lang}
      placeholder={placeholder}
    />
  );
  return (
    <LivePart
      title={words.picture}
      isOpen={Boolean(valueOf('mediaId') || faults.mediaId || faults.alt || faults.credit)}
    >
      <div>
        {faults.mediaId && (
          <p id={`${id}-fault`} className="text-madder">
            {faults.mediaId}
          </p>
        )}
        <label htmlFor={id} className="mb-1 block font-medium">
          {words.latest}
        </label>
        <select
          id={id}
          name="mediaId"
          defaultValue={valueOf('mediaId')}
          className="block min-h-11 w-full rounded-paper border border-field bg-paper px-3 text-ui"
          {...(faults.mediaId && { 'aria-invalid': true, 'aria-describedby': `${id}-fault` })}
        >
          <option value="">{words.none}</option>
          {pictures.map((picture) => (
            <option key={picture.id} value={picture.id}>
              {nameOf(picture).slice(0, SHORT)}
            </option>
          ))}
        </select>
        <p className="mt-1 text-caption text-ink-soft">
          {words.pictureHint}{' '}
          <a href="/newsroom/media" target="_blank" rel="noopener" className="text-sea underline">
            {words.upload}
          </a>
        </p>
      </div>
      {field('caption', 600)}
      <div className="grid gap-3 sm:grid-cols-2">
        {field('credit', 200, fromLibrary(chosen?.credit))}
        {field('alt', 600, fromLibrary(chosen?.alt))}
      </div>
      <label className="inline-flex min-h-11 items-center gap-2">
        <input
          key={valueOf('decorative')}
          type="checkbox"
          name="decorative"
          value="1"
          defaultChecked={valueOf('decorative') === '1'}
          className="size-5 accent-sea"
        />
        {words.decorative}
      </label>
    </LivePart>
  );
}
