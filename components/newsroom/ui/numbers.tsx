type Props = { label: string; items: { label: string; value: string; href: string }[] };

/** The day in three numbers. Each links to what it counts. */
export function Numbers({ label, items }: Props) {
  return (
    <ul aria-label={label} className="grid grid-cols-3 divide-x divide-hairline border-y border-hairline">
      {items.map((item) => (
        <li key={item.label}>
          <a href={item.href} className="block px-3 py-4 hover:text-sea sm:px-6">
            <span className="block text-h2 font-bold">{item.value}</span>
            <span className="text-ink-soft">{item.label}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
