import { useEffect, useState } from 'react';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { BlockButton } from './block-tools.tsx';
import { Dialog } from './dialog.tsx';
import { DialogField } from './dialog-field.tsx';
import { useEditorDesk } from './editor-context.ts';

const MAX = 6;
const PAUSE_MS = 200;

type Found = { number: number; headline: string; section: string; date: string };
type Props = { chosen: number[]; onSave: (articles: number[]) => void; onClose: () => void };

/** Chooses other articles, found by words, number or link. */
export function ReadAlsoDialog({ chosen, onSave, onClose }: Props) {
  const { words, headlines, rememberHeadline, locale } = useEditorDesk();
  const [articles, setArticles] = useState(chosen);
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<Found[]>();
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(
      async () => {
        const answer = await fetch(
          `/newsroom/articles/search?edition=${locale}&q=${encodeURIComponent(query)}`,
          { signal: stop.signal },
        ).catch(() => undefined);
        if (stop.signal.aborted) return;
        const isRight = answer?.ok === true && !answer.redirected;
        setHasFailed(!isRight);
        if (isRight) setFound(((await answer.json()) as { articles: Found[] }).articles);
      },
      query ? PAUSE_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query, locale]);

  function add({ number, headline }: Found) {
    rememberHeadline(number, headline);
    if (articles.length < MAX) setArticles([...articles, number]);
  }
  function save() {
    onSave(articles);
    onClose();
  }

  const offered = found?.filter(({ number }) => !articles.includes(number)) ?? [];
  return (
    <Dialog title={words.tools.readAlso} onClose={onClose}>
      <div className="space-y-4">
        {articles.length > 0 && (
          <ol
            aria-label={words.readAlso.chosen}
            className="divide-y divide-hairline border-y border-hairline"
          >
            {articles.map((number) => (
              <li key={number} className="flex items-center justify-between gap-3 py-1">
                <bdi className="font-medium">
                  {headlines.get(number) ?? `${words.readAlso.unknown} ${number}`}
                </bdi>
                <BlockButton
                  icon="close"
                  label={words.readAlso.remove}
                  onClick={() => setArticles(articles.filter((each) => each !== number))}
                />
              </li>
            ))}
          </ol>
        )}
        <DialogField
          type="search"
          label={words.readAlso.search}
          hint={words.readAlso.hint}
          value={query}
          max={300}
          onChange={setQuery}
        />
        <p role="status" className={hasFailed ? 'text-madder' : 'text-ink-soft empty:hidden'}>
          {hasFailed
            ? words.readAlso.failed
            : found?.length === 0
              ? words.readAlso.none
              : articles.length >= MAX
                ? words.readAlso.full
                : ''}
        </p>
        {articles.length < MAX && (
          <ul aria-label={words.readAlso.found} className="max-h-72 divide-y divide-hairline overflow-y-auto">
            {offered.map((article) => (
              <li key={article.number}>
                <button
                  type="button"
                  onClick={() => add(article)}
                  className="min-h-11 w-full py-2 text-start hover:text-sea"
                >
                  <bdi className="block font-medium">{article.headline}</bdi>
                  <span className="text-caption text-ink-soft">
                    <bdi>{article.section}</bdi> · {article.date}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <button type="button" disabled={articles.length === 0} onClick={save} className={buttonStyle.main}>
          {words.save}
        </button>
      </div>
    </Dialog>
  );
}
