import { Icon } from '#components/ui/icon.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import type { UploadItem } from './use-uploads.ts';

export type UploadListWords = Record<
  'list' | 'waiting' | 'sending' | 'working' | 'done' | 'describe' | 'retry',
  string
>;

type Props = {
  items: UploadItem[];
  words: UploadListWords;
  withLinks: boolean;
  onRetry: (item: UploadItem) => void;
};

/** The state of each file. Every change is read aloud, with a fault beside the name of its file. */
export function UploadList({ items, words, withLinks, onRetry }: Props) {
  return (
    <ul
      aria-label={words.list}
      aria-live="polite"
      className={items.length > 0 ? 'mt-3 divide-y divide-hairline' : 'sr-only'}
    >
      {items.map((item) => (
        <li
          key={item.key}
          data-upload-state={item.state}
          className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2"
        >
          <bdi className="min-w-0 font-medium wrap-anywhere">{item.file.name}</bdi>
          {item.state === 'sending' && (
            <progress
              aria-label={words.sending}
              value={item.part}
              max={1}
              className="h-1.5 grow accent-sea"
            />
          )}
          {item.state === 'failed' ? (
            <span className="flex items-start gap-1 text-madder">
              <Icon name="alert" className="mt-0.5 size-5 shrink-0" />
              {item.message}
            </span>
          ) : (
            <span
              className={item.state === 'done' ? 'inline-flex items-center gap-1 text-leaf' : 'text-ink-soft'}
            >
              {item.state === 'done' && <Icon name="check" />}
              {item.message || words[item.state]}
            </span>
          )}
          {item.state === 'failed' && item.mayRetry && (
            <button type="button" onClick={() => onRetry(item)} className={buttonStyle.text}>
              {words.retry}
            </button>
          )}
          {item.state === 'done' && withLinks && item.media && (
            <a href={`/newsroom/media/${item.media.id}`} className={buttonStyle.text}>
              {words.describe}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
