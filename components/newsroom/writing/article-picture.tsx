import { useEffect, useRef, useState } from 'react';
import type { ArticleContent } from '#lib/articles/content.ts';
import { plainVariant } from '#lib/media/variants.ts';
import { ARTICLE_FORM, ArticleCheck, ArticleField, fieldAnchor } from './article-field.tsx';
import { fill, isolated, type WritingWords } from './article-words.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { MediaPicker, type PickerWords } from '#components/newsroom/library/media-picker.tsx';
import type { PickedMedia } from '#components/newsroom/library/picked-media.ts';

type ChooserProps = {
  name: string;
  /** What is chosen: read aloud with the buttons. */
  label: string;
  picture: PickedMedia | undefined;
  mediaId: string | null;
  onPick: (picture: PickedMedia | null) => void;
  isReady: boolean;
  words: WritingWords;
  pickerWords: PickerWords;
};

/** A picture from the library, with a preview. */
export function PictureChooser({
  name,
  label,
  picture,
  mediaId,
  onPick,
  isReady,
  words,
  pickerWords,
}: ChooserProps) {
  const [isOpen, setIsOpen] = useState(false);
  const chooseButton = useRef<HTMLButtonElement>(null);
  const said = <span className="sr-only"> ({label})</span>;
  /** The pressed button disappears, so its neighbour gets the focus. */
  function remove() {
    chooseButton.current?.focus();
    onPick(null);
  }
  return (
    <div id={fieldAnchor(name)} className="space-y-2">
      <input type="hidden" name={name} form={ARTICLE_FORM} value={mediaId ?? ''} />
      {picture ? (
        <img
          src={plainVariant(picture)}
          width={picture.width}
          height={picture.height}
          alt={picture.alt}
          className="h-auto w-full rounded-paper bg-hairline"
        />
      ) : (
        <p className="text-ink-soft">{words.noPicture}</p>
      )}
      {isReady && (
        <div className="flex flex-wrap gap-2">
          <button
            ref={chooseButton}
            type="button"
            onClick={() => setIsOpen(true)}
            className={buttonStyle.plain}
          >
            {mediaId ? words.changePicture : words.choosePicture}
            {said}
          </button>
          {mediaId && (
            <button type="button" onClick={remove} className={buttonStyle.risky}>
              {words.removePicture}
              {said}
            </button>
          )}
        </div>
      )}
      {mediaId && (
        <p>
          <a href={`/newsroom/media/${mediaId}`} target="_blank" rel="noopener" className={buttonStyle.text}>
            {words.focalPoint}
            {said}
          </a>
        </p>
      )}
      {isOpen && (
        <MediaPicker
          words={pickerWords}
          onPick={([picked]) => {
            setIsOpen(false);
            onPick(picked);
          }}
          onClose={() => setIsOpen(false)}
        />
      )}
    </div>
  );
}

type Props = Omit<ChooserProps, 'name' | 'label' | 'mediaId'> & {
  lead: ArticleContent['lead'];
  lang: ArticleContent['locale'];
  onChange: (lead: ArticleContent['lead']) => void;
};

/** The picture above the text, with its texts for this article. */
export function ArticleLead({ lead, lang, picture, onPick, onChange, isReady, words, pickerWords }: Props) {
  const change = (changes: Partial<ArticleContent['lead']>) => onChange({ ...lead, ...changes });
  const missing =
    !picture?.credit && !lead.credit
      ? 'lead.credit'
      : !picture?.alt && !lead.alt && !lead.decorative
        ? 'lead.alt'
        : undefined;
  const isPicked = useRef(false);
  // After a picture was chosen, focuses the field for what is missing.
  useEffect(() => {
    if (!isPicked.current || !lead.mediaId) return;
    isPicked.current = false;
    if (missing)
      document
        .querySelector<HTMLElement>(`#${CSS.escape(fieldAnchor(missing))} :is(input, textarea)`)
        ?.focus();
  }, [lead.mediaId, missing]);
  function pickOne(picked: PickedMedia | null) {
    isPicked.current = picked !== null && picked.id !== lead.mediaId;
    onPick(picked);
  }
  return (
    <div className="space-y-4">
      <PictureChooser
        name="lead.mediaId"
        label={words.fields.lead}
        mediaId={lead.mediaId}
        picture={picture}
        onPick={pickOne}
        isReady={isReady}
        words={words}
        pickerWords={pickerWords}
      />
      {lead.mediaId && (
        <>
          <ArticleField
            name="lead.caption"
            label={words.caption}
            value={lead.caption}
            onChange={(caption) => change({ caption })}
            max={600}
            rows={2}
            lang={lang}
            {...(picture?.caption && { hint: fill(words.fromPicture, { text: isolated(picture.caption) }) })}
          />
          <ArticleField
            name="lead.credit"
            label={words.credit}
            isRequired={!picture?.credit}
            value={lead.credit}
            onChange={(credit) => change({ credit })}
            max={200}
            lang={lang}
            hint={
              picture?.credit ? fill(words.fromPicture, { text: isolated(picture.credit) }) : words.creditHint
            }
          />
          <ArticleCheck
            name="lead.decorative"
            label={words.decorative}
            isOn={lead.decorative}
            onChange={(decorative) => change({ decorative })}
            hint={words.decorativeHint}
          />
          {!lead.decorative && (
            <ArticleField
              name="lead.alt"
              label={words.alt}
              isRequired={!picture?.alt}
              value={lead.alt}
              onChange={(alt) => change({ alt })}
              max={600}
              rows={2}
              lang={lang}
              hint={picture?.alt ? fill(words.fromPicture, { text: isolated(picture.alt) }) : words.altHint}
            />
          )}
        </>
      )}
    </div>
  );
}
