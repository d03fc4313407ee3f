type Drawing = { __html: string };

/** The content of the `<svg>` element in a lucide file. */
const inner = (svg: string) =>
  svg
    .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replace(/\s+/g, ' ')
    .trim();

/**
 * The drawings of an icon set, parsed once: a page of comments has a hundred icons. Each set is defined
 * beside the components that use it, so that no page loads the set of another.
 */
export const drawingsOf = <Name extends string>(files: Record<Name, string>): Record<Name, Drawing> =>
  Object.fromEntries(
    Object.entries<string>(files).map(([name, svg]) => [name, { __html: inner(svg) }]),
  ) as Record<Name, Drawing>;

/** An icon with our stroke width. Hidden from screen readers: text or a label is beside it. */
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
