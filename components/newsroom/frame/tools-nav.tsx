type Props = { label: string; links: { href: string; label: string; isCurrent: boolean }[] };

/** Links from one of the desk's tools to the others. */
export function ToolsNav({ label, links }: Props) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-5">
        {links.map(({ href, label: text, isCurrent }) => (
          <li key={href}>
            <a
              href={href}
              {...(isCurrent && { 'aria-current': 'page' as const })}
              className="inline-flex min-h-11 items-center text-sea underline hover:text-ink aria-[current]:font-bold aria-[current]:text-ink aria-[current]:no-underline"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
