import { memo, type ReactNode } from 'react';
import { mostUnits } from '#lib/arabic/count-characters.ts';
import { EMPTY_LEAD, NOTE_MAX, PRIORITIES, type ArticleContent } from '#lib/articles/content.ts';
import { ArticleBylines } from './article-bylines.tsx';
import { ARTICLE_FORM, ArticleCheck, ArticleField, ArticleSelect, fieldStyle } from './article-field.tsx';
import { ArticleLead } from './article-picture.tsx';
import { ArticleSearchFields } from './article-search-fields.tsx';
import { ArticleTags } from './article-tags.tsx';
import { ArticleTimeField } from './article-time-field.tsx';
import { fill, type WritingWords } from './article-words.ts';
import { isSameBesideBody } from './beside-body.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { keepFirst } from '#components/newsroom/ui/keep-first.ts';
import type { PickerWords } from '#components/newsroom/library/media-picker.tsx';
import type { PickedMedia } from '#components/newsroom/library/picked-media.ts';
import { DEFAULT_LOCALE, LOCALES } from '#lib/locales.ts';

export type Choice = { id: string; name: string };
/** The options of the fields, and what the fields show. */
export type ArticleChoices = {
  sections: (Choice & { slug: string })[];
  authors: Choice[];
  timeZone: string;
  isPublic: boolean;
  /** Whether readers see the article. They do not see typed text before it is published. */
  isOut: boolean;
  siteName: string;
  /** The host of the site: how the address of an article begins. */
  host: string;
  number: number;
};

type Props = {
  content: ArticleContent;
  notes: string;
  onChange: (changes: Partial<ArticleContent>) => void;
  onNotes: (notes: string) => void;
  pictures: Record<string, PickedMedia>;
  onPicture: (picture: PickedMedia) => void;
  choices: ArticleChoices;
  faults: Record<string, string>;
  isReady: boolean;
  words: WritingWords;
  pickerWords: PickerWords;
};

function Group({
  title,
  children,
  isClosed = false,
}: {
  title: string;
  children: ReactNode;
  isClosed?: boolean;
}) {
  return (
    <details open={!isClosed} className="group/panel border-b border-hairline last:border-b-0">
      <summary className="flex min-h-12 cursor-pointer items-center justify-between px-4 marker:content-none hover:text-sea">
        <h2 className="text-ui font-bold">{title}</h2>
        <span aria-hidden="true" className="text-ink-soft group-open/panel:hidden">
          +
        </span>
        <span aria-hidden="true" className="hidden text-ink-soft group-open/panel:inline">
          −
        </span>
      </summary>
      <div className="space-y-4 px-4 pb-5">{children}</div>
    </details>
  );
}

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
  const { fields } = words;
  const pictureOf = (id: string | null) => (id ? pictures[id] : undefined);
  const section = choices.sections.find(({ id }) => id === content.sectionId);
  const edition = content.locale === DEFAULT_LOCALE ? '' : `/${content.locale}`;
  const shared = { isReady, words, pickerWords };
  return (
    <div className="self-start rounded-paper border border-hairline bg-sheet">
      <Group title={words.groupPlace}>
        <ArticleSelect
          name="sectionId"
          label={fields.sectionId}
          isRequired
          value={content.sectionId}
          onChange={(sectionId) => onChange({ sectionId })}
          fault={faults.sectionId}
          options={section ? choices.sections : [{ id: '', name: words.chooseSection }, ...choices.sections]}
        />
        <ArticleTags
          tags={content.tags}
          onChange={(tags) => onChange({ tags })}
          isReady={isReady}
          words={words}
        />
        <ArticleBylines
          authors={choices.authors}
          chosen={content.authorIds}
          onChange={(authorIds) => onChange({ authorIds })}
          words={words}
        />
        <div className="grid grid-cols-2 gap-4">
          <ArticleSelect
            name="locale"
            label={fields.locale}
            value={content.locale}
            onChange={(locale) => onChange({ locale: locale as ArticleContent['locale'] })}
            options={LOCALES.map((id) => ({ id, name: words[id] }))}
          />
          <ArticleSelect
            name="kind"
            label={fields.kind}
            value={content.kind}
            onChange={(kind) => onChange({ kind: kind as ArticleContent['kind'] })}
            options={[
              { id: 'article', name: words.article },
              { id: 'live', name: words.live_kind },
            ]}
          />
        </div>
      </Group>
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
      <Group title={words.groupComments} isClosed={isReady}>
        <ArticleCheck
          name="commentsOpen"
          label={words.commentsOpenWord}
          isOn={content.commentsOpen}
          onChange={(commentsOpen) => onChange({ commentsOpen })}
        />
        <ArticleField
          name="commentsQuestion"
          label={fields.commentsQuestion}
          value={content.commentsQuestion}
          onChange={(commentsQuestion) => onChange({ commentsQuestion })}
          max={300}
          rows={2}
          lang={content.locale}
          hint={words.questionHint}
        />
        <ArticleTimeField
          name="commentsCloseAt"
          label={fields.commentsCloseAt}
          hint={words.closeAtHint}
          clear={words.clear}
          value={content.commentsCloseAt}
          timeZone={choices.timeZone}
          onChange={(commentsCloseAt) => onChange({ commentsCloseAt })}
        />
      </Group>
      <Group
        title={words.groupFront}
        isClosed={isReady && !content.breakingUntil && content.priority === 'normal'}
      >
        <ArticleSelect
          name="priority"
          label={fields.priority}
          value={content.priority}
          hint={words[`priorityHint_${content.priority}`]}
          onChange={(priority) => onChange({ priority: priority as ArticleContent['priority'] })}
          options={PRIORITIES.map((id) => ({ id, name: words[`priority_${id}`] }))}
        />
        <ArticleTimeField
          name="breakingUntil"
          label={fields.breakingUntil}
          hint={words.breakingHint}
          clear={words.clear}
          value={content.breakingUntil}
          timeZone={choices.timeZone}
          onChange={(breakingUntil) => onChange({ breakingUntil })}
        />
        <p className="text-caption text-ink-soft">{fill(words.timeZone, { zone: choices.timeZone })}</p>
      </Group>
      <Group title={words.groupNotes} isClosed={isReady && !notes}>
        <ArticleField
          name="notes"
          label={fields.notes}
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
