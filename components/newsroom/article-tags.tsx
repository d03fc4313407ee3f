import { useEffect, useId, useState } from 'react';
import { MOST_TAGS, splitTags, TAG_SEPARATOR } from '#lib/split-tags.ts';
import { ARTICLE_FORM, fieldLook } from './article-field.tsx';
import { fill, type WritingWords } from './article-words.ts';
import { buttonStyle } from './button.ts';

type Props = { tags: string[]; onChange: (tags: string[]) => void; isReady: boolean; words: WritingWords };

const ASK_AFTER_MS = 200;

/** The names of tags: chips with suggestions of the known ones; without scripts a line with commas. */
export function ArticleTags({ tags, onChange, isReady, words }: Props) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [known, setKnown] = useState<string[]>([]);
  useEffect(() => {
    if (!typed.trim()) return;
    const end = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await fetch(`/newsroom/articles/tag-names?q=${encodeURIComponent(typed)}`, { signal: end.signal }).catch(() => undefined);
      if (answer?.ok && !answer.redirected) setKnown(((await answer.json()) as { names: string[] }).names);
    }, ASK_AFTER_MS);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [typed]);

  function add(text: string) {
    onChange(splitTags([...tags, ...splitTags(text)].join('،')));
    setTyped('');
  }

  if (!isReady) {
    return (
      <div>
        <label htmlFor={id} className="mb-1 block font-medium">{words.fields.tags}</label>
        <input id={id} name="tags" form={ARTICLE_FORM} defaultValue={tags.join('، ')} dir="auto" aria-describedby={`${id}-hint`} className={fieldLook} />
        <p id={`${id}-hint`} className="mt-1 text-caption text-ink-soft">{words.tagsHint}</p>
      </div>
    );
  }
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">{words.fields.tags}</label>
      {tags.length > 0 && (
        <ul className="mb-2 flex flex-wrap gap-2">
          {tags.map((tag) => (
            <li key={tag} className="inline-flex items-center rounded-paper border border-hairline ps-3">
              <bdi>{tag}</bdi>
              <button type="button" onClick={() => onChange(tags.filter((each) => each !== tag))} className="inline-flex min-h-11 min-w-11 items-center justify-center text-ink-soft hover:text-madder">
                <span aria-hidden="true">×</span>
                <span className="sr-only">{fill(words.removeTag, { name: tag })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex gap-2">
        <input
          id={id}
          value={typed}
          list={`${id}-known`}
          dir="auto"
          autoComplete="off"
          maxLength={60}
          disabled={tags.length >= MOST_TAGS}
          aria-describedby={`${id}-hint`}
          onChange={(event) => (TAG_SEPARATOR.test(event.target.value) ? add(event.target.value) : setTyped(event.target.value))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add(typed);
          }}
          onBlur={() => typed.trim() && add(typed)}
          className={`${fieldLook} placeholder-shown:text-start`}
        />
        <button type="button" onClick={() => add(typed)} className={buttonStyle.plain}>{words.addTag}</button>
      </div>
      <datalist id={`${id}-known`}>{known.filter((name) => !tags.includes(name)).map((name) => <option key={name} value={name}>{name}</option>)}</datalist>
      <p id={`${id}-hint`} className="mt-1 text-caption text-ink-soft">{words.tagsHint}</p>
    </div>
  );
}
