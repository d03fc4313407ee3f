type Drawing = { __html: string };

/** What stands between the tags of a lucide file. */
const inner = (svg: string) =>
  svg
    .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replace(/\s+/g, ' ')
    .trim();

/**
 * The signs of a set, read once: a page of comments has a hundred. Every set stands with those who show it,
 * so that nobody carries another's.
 */
export const drawingsOf = <Name extends string>(files: Record<Name, string>): Record<Name, Drawing> =>
  Object.fromEntries(
    Object.entries<string>(files).map(([name, svg]) => [name, { __html: inner(svg) }]),
  ) as Record<Name, Drawing>;

/** A sign in our stroke: never read aloud, words or a name stand beside it. */
export function DrawnIcon({ drawing, className }: { drawing: Drawing; className: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={className}
      dangerouslySetInnerHTML={drawing}
    />
  );
}
