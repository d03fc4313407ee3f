import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { firstCharacters, mostUnits } from '#lib/arabic/count-characters.ts';
import { fold } from '#lib/arabic/fold.ts';
import { splitTags, TAG_MAX, TAG_SEPARATOR, TAGS_MAX } from '#lib/articles/split-tags.ts';
import { ARTICLE_FORM, fieldAnchor, fieldStyle } from './article-field.tsx';
import { fill, type WritingWords } from './article-words.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';

type Props = { tags: string[]; onChange: (tags: string[]) => void; isReady: boolean; words: WritingWords };
type Known = { of: string; names: string[] };

const ASK_AFTER_MS = 150;
const NONE: Known = { of: '', names: [] };

async function ask(text: string, signal?: AbortSignal): Promise<string[] | undefined> {
  const answer = await fetch(`/newsroom/articles/tag-names?q=${encodeURIComponent(text)}`, {
    ...(signal && { signal }),
  }).catch(() => undefined);
  return answer?.ok && !answer.redirected ? ((await answer.json()) as { names: string[] }).names : undefined;
}

const isSame = (one: string) => (other: string) => fold(one) === fold(other);

/** Suggestions for the typed text: known tags in any spelling, then a new one. */
function useSuggestions(typed: string, tags: string[]) {
  const [known, setKnown] = useState(NONE);
  useEffect(() => {
    if (!typed.trim()) return;
    const end = new AbortController();
    const timer = setTimeout(async () => {
      const names = await ask(typed, end.signal);
      if (names) setKnown({ of: typed, names });
    }, ASK_AFTER_MS);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [typed]);
  const name = typed.trim().replace(/\s+/g, ' ');
  if (!name || known.of !== typed) return [];
  const options = known.names
    .filter((each) => !tags.some(isSame(each)))
    .map((each) => ({ name: each, isNew: false }));
  return [...known.names, ...tags].some(isSame(name)) ? options : [...options, { name, isNew: true }];
}

/** Without JavaScript: one line with commas. */
function PlainTags({ id, tags, words }: Pick<Props, 'tags' | 'words'> & { id: string }) {
  return (
    <div id={fieldAnchor('tags')}>
      <label htmlFor={id} className="mb-1 block font-medium">
        {words.fields.tags}
      </label>
      <input
        id={id}
        name="tags"
        form={ARTICLE_FORM}
        defaultValue={tags.join('، ')}
        dir="auto"
        aria-describedby={`${id}-hint`}
        className={fieldStyle}
      />
      <p id={`${id}-hint`} className="mt-1 text-caption text-ink-soft">
        {words.tagsHint}
      </p>
    </div>
  );
}

function TagChips({ tags, onChange, words }: Pick<Props, 'tags' | 'onChange' | 'words'>) {
  return (
    <ul className="mb-2 flex flex-wrap gap-2">
      {tags.map((tag) => (
        <li
          key={tag}
          className="inline-flex max-w-full items-center rounded-paper border border-hairline ps-3"
        >
          <bdi className="min-w-0 wrap-anywhere">{tag}</bdi>
          <button
            type="button"
            onClick={() => onChange(tags.filter((each) => each !== tag))}
            aria-label={fill(words.removeTag, { name: tag })}
            className="inline-flex min-h-11 min-w-11 items-center justify-center text-ink-soft hover:text-madder"
          >
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

type OptionsProps = {
  id: string;
  options: { name: string; isNew: boolean }[];
  active: number;
  isOpen: boolean;
  words: WritingWords;
  add: (name: string) => void;
};

/** The list of suggestions below the field. */
function TagOptions({ id, options, active, isOpen, words, add }: OptionsProps) {
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={words.knownTags}
      hidden={!isOpen}
      className="absolute inset-x-0 top-full z-30 mt-1 max-h-72 overflow-y-auto rounded-paper border border-field bg-sheet py-1"
    >
      {options.map(({ name, isNew }, at) => (
        <button
          key={`${isNew} ${name}`}
          type="button"
          tabIndex={-1}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === active}
          // Keeps the focus in the field: on blur the typed text would be added.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => add(name)}
          className={`flex min-h-11 w-full items-center px-3 text-start hover:text-sea aria-selected:bg-paper aria-selected:text-sea aria-selected:inset-ring-2 aria-selected:inset-ring-sea ${isNew ? 'text-ink-soft' : ''}`}
        >
          <bdi className="wrap-anywhere">{isNew ? fill(words.newTag, { name }) : name}</bdi>
        </button>
      ))}
    </div>
  );
}

/** The names of tags: chips with suggestions of known tags; without JavaScript a line with commas. */
export function ArticleTags({ tags, onChange, isReady, words }: Props) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const [isClosed, setIsClosed] = useState(false);
  const options = useSuggestions(typed, tags);
  const isOpen = options.length > 0 && !isClosed;
  const latest = useRef(tags);
  useEffect(() => {
    latest.current = tags;
  }, [tags]);

  function type(text: string) {
    setTyped(text);
    setActive(-1);
    setIsClosed(false);
  }

  function put(names: string[]) {
    latest.current = splitTags(names.join('،'));
    onChange(latest.current);
  }

  /**
   * Adds at once, so that no typed text is lost. A known tag in another spelling gets its known name when the
   * response arrives.
   */
  function add(text: string) {
    const names = splitTags(text);
    type('');
    if (names.length === 0) return;
    put([...latest.current, ...names]);
    for (const name of names) void learn(name);
  }

  async function learn(name: string) {
    const known = (await ask(name))?.find(isSame(name));
    if (known && known !== name) put(latest.current.map((each) => (each === name ? known : each)));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') add(isOpen && active >= 0 ? options[active]!.name : typed);
    else if (event.key === 'Escape' && isOpen) setIsClosed(true);
    else if (step && options.length > 0) {
      setIsClosed(false);
      setActive(
        isOpen
          ? (active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length
          : step > 0
            ? 0
            : options.length - 1,
      );
    } else return;
    event.preventDefault();
  }

  if (!isReady) {
    return <PlainTags id={id} tags={tags} words={words} />;
  }
  return (
    <div id={fieldAnchor('tags')}>
      <label htmlFor={id} className="mb-1 block font-medium">
        {words.fields.tags}
      </label>
      {tags.length > 0 && <TagChips {...{ tags, onChange, words }} />}
      <div className="relative flex gap-2">
        <input
          id={id}
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(isOpen && active >= 0 && { 'aria-activedescendant': `${id}-${active}` })}
          value={typed}
          dir="auto"
          autoComplete="off"
          maxLength={mostUnits(TAG_MAX)}
          disabled={tags.length >= TAGS_MAX}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) =>
            TAG_SEPARATOR.test(target.value)
              ? add(target.value)
              : type(firstCharacters(target.value, TAG_MAX))
          }
          onKeyDown={onKeyDown}
          onBlur={() => typed.trim() && add(typed)}
          className={`${fieldStyle} placeholder-shown:text-start`}
        />
        <button type="button" onClick={() => add(typed)} className={buttonStyle.plain}>
          {words.addTag}
        </button>
        <TagOptions {...{ id, options, active, isOpen, words, add }} />
      </div>
      <p id={`${id}-hint`} className="mt-1 text-caption text-ink-soft">
        {words.tagsHint}
      </p>
    </div>
  );
}
