type Props = {
  title: string;
  hint?: string;
  /** One of several lists on a sheet: a line, not a page of its own. */
  isSmall?: boolean;
};

/** A list with nothing in it says so, and what would come here. */
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
