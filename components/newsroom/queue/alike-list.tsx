import { useTranslations } from 'next-intl';
import type { QueuedComment } from '#db/moderation/queue.ts';
import { isolate } from '#lib/arabic/bidi.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { directionOf } from '#lib/arabic/text-direction.ts';
import { articlePath } from '#lib/articles/path.ts';
import { linksOf } from '#lib/comments/links.ts';
import { diffText, type Piece } from '#lib/text/text-diff.ts';
import { Time } from '#components/ui/time.tsx';
import { MarkedText } from './comment-text.tsx';
import { MarkedPieces } from '#components/newsroom/ui/marked-pieces.tsx';

/** Characters kept beside a change, of text that is already on the card. */
const KEPT = 60;

/** Cuts the middle of a long run that matches the card letter by letter. Nothing that differs is cut. */
function shorten({ kind, text }: Piece, n: number, all: Piece[]): Piece {
  const start = n === 0 ? '' : `${text.slice(0, KEPT).replace(/\S*$/, '')}…`;
  const end = n === all.length - 1 ? '' : `…${text.slice(-KEPT).replace(/^\S*/, '')}`;
  return kind === 'same' && text.length > 3 * KEPT
    ? { kind, text: `${start}${start && end && ' '}${end}` }
    : { kind, text };
}

type Member = { comment: QueuedComment; seen: string };
type Props = { first: QueuedComment; alike: Member[]; dates: DateSettings; showHidden: boolean };

/**
 * The near-copies of a card, each with its differences, to be read and then chosen. A decision covers none by
 * default.
 */
export function AlikeList({ first, alike, dates, showHidden }: Props) {
  const t = useTranslations('newsroom.queue');
  const words = { added: t('alikeAdded'), removed: t('alikeRemoved') };
  const show = (text: string) => <MarkedText text={text} spans={linksOf(text)} showHidden={showHidden} />;
  return (
    <ul aria-label={t('alikeList')} className="divide-y divide-hairline">
      {alike.map(({ comment, seen }) => (
        <li key={comment.id} className="flex gap-2 py-2">
          <label className="-ms-2 inline-flex size-11 shrink-0 items-center justify-center">
            <input
              type="checkbox"
              name="alike"
              value={seen}
              autoComplete="off"
              aria-label={t('alikePick', { name: isolate(comment.name) })}
              aria-describedby={`alike-${comment.id}`}
              className="size-5 accent-sea"
            />
          </label>
          <div id={`alike-${comment.id}`} className="min-w-0">
            <p className="text-caption text-ink-soft">
              <bdi className="font-medium text-ink">{show(comment.name)}</bdi> ·{' '}
              <Time at={comment.createdAt} dates={dates} />
              {comment.parent && comment.parentId !== first.parentId && (
                <> · {t.rich('replyTo', { name: comment.parent.name, n: (chunks) => <bdi>{chunks}</bdi> })}</>
              )}
              {comment.articleId !== first.articleId && (
                <>
                  {' '}
                  ·{' '}
                  <a href={articlePath(comment.article)} className="text-sea hover:underline">
                    <bdi>{comment.article.headline}</bdi>
                  </a>
                </>
              )}
            </p>
            {comment.body === first.body ? (
              <p className="text-caption text-ink-soft">{t('alikeSame')}</p>
            ) : (
              <p dir={directionOf(comment.body)} className="text-start wrap-anywhere whitespace-pre-line">
                <MarkedPieces
                  pieces={diffText(first.body, comment.body).map(shorten)}
                  words={words}
                  show={show}
                />
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
