import { directionOf } from '#lib/arabic/text-direction.ts';
import { markSpans, type Span } from '#lib/comments/mark-spans.ts';
import { revealHidden } from '#lib/comments/reveal-hidden.ts';

type Props = { body: string; className?: string; spans?: readonly Span[]; showHidden?: boolean };

function Words({ text, showHidden }: { text: string; showHidden: boolean }) {
  if (!showHidden) return text;
  return revealHidden(text).map((part, n) =>
    part.kind === 'text' ? (
      part.text
    ) : (
      <bdi key={n} dir="ltr" className="mx-0.5 text-caption font-medium text-madder">
        {part.text}
      </bdi>
    ),
  );
}

/** One run of a reader's text. Matches of a rule are marked; hidden characters are spelled out on request. */
export function MarkedText({
  text,
  spans = [],
  showHidden = false,
}: {
  text: string;
  spans?: readonly Span[];
  showHidden?: boolean;
}) {
  return markSpans(text, spans).map((part, n) =>
    part.marked ? (
      <mark key={n} className="rounded-paper bg-transparent font-medium text-amber underline decoration-2">
        <Words text={part.text} showHidden={showHidden} />
      </mark>
    ) : (
      <Words key={n} text={part.text} showHidden={showHidden} />
    ),
  );
}

/** A reader's text exactly as it was sent, in paragraphs, each in the direction of its letters. */
export function CommentText({ body, className = '', spans = [], showHidden = false }: Props) {
  const starts = [0];
  const lines = body.split('\n');
  for (const line of lines) starts.push(starts.at(-1)! + line.length + 1);
  return (
    <div className={`space-y-2 wrap-anywhere ${className}`}>
      {lines.map(
        (line, n) =>
          line.trim() && (
            <p key={n} dir={directionOf(line)} className="text-start">
              <MarkedText
                text={line}
                spans={spans.map(({ start, end }) => ({
                  start: Math.max(0, start - starts[n]!),
                  end: Math.max(0, end - starts[n]!),
                }))}
                showHidden={showHidden}
              />
            </p>
          ),
      )}
    </div>
  );
}
