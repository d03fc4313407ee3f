type Props = {
  title: string;
  hint?: string;
  /** For one of several lists on a page: a line instead of a full-page message. */
  isSmall?: boolean;
};

/** Says that a list is empty, and what would be listed here. */
export function Empty({ title, hint, isSmall = false }: Props) {
  if (isSmall) {
    return (
      <div className="border-t border-hairline pt-3">
        <p className="font-medium">{title}</p>
        {hint && <p className="text-ink-soft">{hint}</p>}
      </div>
    );
  }
  return (
    <div className="border-y border-hairline py-16 text-center">
      <p className="text-h3 font-bold text-balance">{title}</p>
      {hint && <p className="mt-2 text-balance text-ink-soft">{hint}</p>}
    </div>
  );
}
