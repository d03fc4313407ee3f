import { WaitingNumber, type Waiting } from './waiting-count.tsx';

/** The count of waiting comments follows the decisions made on the page. */
type Tab = { href: string; label: string; count: string; waiting?: Waiting; isCurrent: boolean };
type Props = { label: string; tabs: Tab[] };

/** The states of the comments as links to their lists. */
export function StatusTabs({ label, tabs }: Props) {
  return (
    <nav
      aria-label={label}
      data-queues=""
      className="-mx-4 scroll-px-4 overflow-x-auto border-b border-hairline px-4 sm:mx-0 sm:px-0"
    >
      <ul className="flex min-w-max gap-6">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a
              href={tab.href}
              {...(tab.isCurrent && { 'aria-current': 'page' as const })}
              className="inline-flex min-h-11 items-center gap-2 border-b-2 border-transparent hover:text-madder aria-[current]:border-madder aria-[current]:font-bold aria-[current]:[scroll-initial-target:nearest]"
            >
              {tab.label}
              <span className="text-caption font-normal text-ink-soft">
                <bdi dir="ltr">
                  {tab.waiting ? <WaitingNumber key={tab.count} waiting={tab.waiting} /> : tab.count}
                </bdi>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
