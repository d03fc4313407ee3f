import type { ReactNode } from 'react';
import { PRIORITIES, type ArticleContent } from '#lib/articles/content.ts';
import { ArticleBylines } from './article-bylines.tsx';
import { ArticleCheck, ArticleField, ArticleSelect } from './article-field.tsx';
import { ArticleTags } from './article-tags.tsx';
import { ArticleTimeField } from './article-time-field.tsx';
import { fill, type WritingWords } from './article-words.ts';
import { LOCALES } from '#lib/locales.ts';

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

export type GroupProps = {
  content: ArticleContent;
  onChange: (changes: Partial<ArticleContent>) => void;
  choices: ArticleChoices;
  isReady: boolean;
  words: WritingWords;
};

export const sectionOf = ({ sectionId }: ArticleContent, { sections }: ArticleChoices) =>
  sections.find(({ id }) => id === sectionId);

export function Group({
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

/** Where the article belongs: section, tags, bylines, edition and kind. */
export function PlaceGroup({
  content,
  onChange,
  choices,
  faults,
  isReady,
  words,
}: GroupProps & { faults: Record<string, string> }) {
  const { fields } = words;
  const section = sectionOf(content, choices);
  return (
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
  );
}

export function CommentsGroup({ content, onChange, choices, isReady, words }: GroupProps) {
  const { fields } = words;
  return (
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
  );
}

export function FrontGroup({ content, onChange, choices, isReady, words }: GroupProps) {
  const { fields } = words;
  return (
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
  );
}
