type Props = {
  label: string;
  page: number;
  pages: number;
  hrefFor: (page: number) => string;
  words: { previous: string; next: string; where: string };
};

/** Links to the previous and the next page of a numbered list. */
export function Pager({ label, page, pages, hrefFor, words }: Props) {
  if (pages <= 1) return null;
  const link = 'inline-flex min-h-11 items-center text-sea underline hover:text-ink';
  return (
    <nav aria-label={label} className="flex items-center gap-6">
      {page > 1 && (
        <a href={hrefFor(page - 1)} rel="prev" className={link}>
          {words.previous}
        </a>
      )}
      <span className="text-ink-soft">{words.where}</span>
      {page < pages && (
        <a href={hrefFor(page + 1)} rel="next" className={link}>
          {words.next}
        </a>
      )}
    </nav>
  );
}
