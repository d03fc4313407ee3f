/** A list with nothing in it says so, and what would come here. */
export function Empty({ title, hint }: { title: string; hint?: string }) {
  return (
    <div className="border-y border-hairline py-16 text-center">
      <p className="text-h3 font-bold">{title}</p>
      {hint && <p className="mt-2 text-ink-soft">{hint}</p>}
    </div>
  );
}
