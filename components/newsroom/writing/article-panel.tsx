import { memo } from 'react';
import { mostUnits } from '#lib/arabic/count-characters.ts';
import { EMPTY_LEAD, NOTE_MAX } from '#lib/articles/content.ts';
import { ARTICLE_FORM, ArticleField, fieldStyle } from './article-field.tsx';
import { ArticleLead } from './article-picture.tsx';
import { ArticleSearchFields } from './article-search-fields.tsx';
import type { WritingWords } from './article-words.ts';
import { isSameBesideBody } from './beside-body.ts';
import { CommentsGroup, FrontGroup, Group, PlaceGroup, sectionOf, type GroupProps } from './panel-groups.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { keepFirst } from '#components/newsroom/ui/keep-first.ts';
import type { PickerWords } from '#components/newsroom/library/media-picker.tsx';
import type { PickedMedia } from '#components/newsroom/library/picked-media.ts';
import { DEFAULT_LOCALE } from '#lib/locales.ts';

type Props = GroupProps & {
  notes: string;
  onNotes: (notes: string) => void;
  pictures: Record<string, PickedMedia>;
  onPicture: (picture: PickedMedia) => void;
  faults: Record<string, string>;
  pickerWords: PickerWords;
};

/** The name of a new revision, and the link to all of them. */
function Revisions({ number, words }: { number: number; words: WritingWords }) {
  return (
    <>
      <div>
        <label htmlFor="revision-note" className="mb-1 block font-medium">
          {words.note}
        </label>
        <input
          id="revision-note"
          name="note"
          form={ARTICLE_FORM}
          maxLength={mostUnits(NOTE_MAX)}
          dir="auto"
          aria-describedby="revision-note-hint"
          onInput={({ currentTarget: field }) => keepFirst(field, NOTE_MAX)}
          className={`${fieldStyle} placeholder-shown:text-start`}
        />
        <p id="revision-note-hint" className="mt-1 text-caption text-ink-soft">
          {words.noteHint}
        </p>
      </div>
      <p>
        <a href={`/newsroom/articles/${number}/revisions`} className={buttonStyle.text}>
          {words.revisions}
        </a>
      </p>
    </>
  );
}

/** All fields of an article beside its text. */
export const ArticlePanel = memo(function ArticlePanel({
  content,
  notes,
  onChange,
  onNotes,
  pictures,
  onPicture,
  choices,
  faults,
  isReady,
  words,
  pickerWords,
}: Props) {
  const pictureOf = (id: string | null) => (id ? pictures[id] : undefined);
  const section = sectionOf(content, choices);
  const edition = content.locale === DEFAULT_LOCALE ? '' : `/${content.locale}`;
  const shared = { isReady, words, pickerWords };
  return (
    <div className="self-start rounded-paper border border-hairline bg-sheet">
      <PlaceGroup {...{ content, onChange, choices, faults, isReady, words }} />
      <Group title={words.groupPicture}>
        <ArticleLead
          lead={content.lead}
          lang={content.locale}
          picture={pictureOf(content.lead.mediaId)}
          onChange={(lead) => onChange({ lead })}
          {...shared}
          onPick={(picture) => {
            if (picture) onPicture(picture);
            onChange({ lead: picture ? { ...content.lead, mediaId: picture.id } : EMPTY_LEAD });
          }}
        />
      </Group>
      <Group title={words.groupSearch} isClosed={isReady}>
        <ArticleSearchFields
          content={content}
          onChange={onChange}
          pictureOf={pictureOf}
          isPublic={choices.isPublic}
          siteName={choices.siteName}
          faults={faults}
          {...shared}
          addressStart={`${choices.host}${edition}/${section?.slug ?? '…'}/${choices.number}/`}
          onPick={(key, picture) => {
            if (picture) onPicture(picture);
            onChange({ [key]: picture?.id ?? null });
          }}
        />
      </Group>
      <CommentsGroup {...{ content, onChange, choices, isReady, words }} />
      <FrontGroup {...{ content, onChange, choices, isReady, words }} />
      <Group title={words.groupNotes} isClosed={isReady && !notes}>
        <ArticleField
          name="notes"
          label={words.fields.notes}
          value={notes}
          onChange={onNotes}
          max={2000}
          rows={3}
          hint={words.notesHint}
        />
      </Group>
      <Group title={words.groupRevisions}>
        <Revisions number={choices.number} words={words} />
      </Group>
    </div>
  );
}, isSameBesideBody);
