import { directionOf } from '#lib/arabic/text-direction.ts';

type Props = { text: string; marks: { start: number; end: number }[] };

/** A reader's text, with the matches of a rule marked. */
export function MarkedText({ text, marks }: Props) {
  const parts: { text: string; isHit: boolean }[] = [];
  let end = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    if (mark.end <= end) continue;
    const start = Math.max(mark.start, end);
    parts.push(
      { text: text.slice(end, start), isHit: false },
      { text: text.slice(start, mark.end), isHit: true },
    );
    end = mark.end;
  }
  parts.push({ text: text.slice(end), isHit: false });
  return (
    <p dir={directionOf(text)} className="text-start wrap-anywhere whitespace-pre-line">
      {parts.map((part, i) =>
        part.isHit ? (
          <mark key={i} className="rounded-paper bg-amber/20 px-1 font-bold text-ink">
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}
