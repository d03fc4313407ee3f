import { useState } from 'react';
import { fold } from '#lib/arabic/fold.ts';
import { ARTICLE_FORM, fieldAnchor, fieldStyle } from './article-field.tsx';
import type { WritingWords } from './article-words.ts';

type Props = {
  authors: { id: string; name: string }[];
  chosen: string[];
  onChange: (ids: string[]) => void;
  words: WritingWords;
};

const SEARCH_FROM = 8;

/** Who signs, in the order of the ticks. A removed byline cannot be unticked, so the next change drops it. */
export function ArticleBylines({ authors, chosen: named, onChange, words }: Props) {
  const [search, setSearch] = useState('');
  const signing = named.flatMap((id) => authors.find((author) => author.id === id) ?? []);
  const chosen = signing.map(({ id }) => id);
  const isShown = ({ id, name }: { id: string; name: string }) =>
    chosen.includes(id) || fold(name).includes(fold(search));
  return (
    <fieldset id={fieldAnchor('authorIds')}>
      <legend className="mb-1 font-medium">{words.fields.authorIds}</legend>
      {signing.length > 0 && (
        <p className="mb-1">
          <bdi>{signing.map(({ name }) => name).join('، ')}</bdi>
        </p>
      )}
      {authors.length === 0 && <p className="text-ink-soft">{words.noAuthors}</p>}
      {authors.length > SEARCH_FROM && (
        <input
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          aria-label={words.searchAuthors}
          placeholder={words.searchAuthors}
          dir="auto"
          className={`${fieldStyle} mb-1 placeholder-shown:text-start`}
        />
      )}
      <ul className="max-h-48 overflow-y-auto">
        {authors.filter(isShown).map(({ id, name }) => (
          <li key={id}>
            <label className="flex min-h-11 items-center gap-3">
              <input
                type="checkbox"
                name="authorIds"
                value={id}
                form={ARTICLE_FORM}
                checked={chosen.includes(id)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
                }
                className="size-5 shrink-0 accent-sea"
              />
              <bdi>{name}</bdi>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
