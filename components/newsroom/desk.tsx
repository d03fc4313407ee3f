import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Person } from '#lib/can.ts';
import { ThemeSwitch } from '../site/theme-switch.tsx';
import { Wordmark } from '../site/wordmark.tsx';
import { NavLinks, type NavLink } from './nav-links.tsx';

type Props = { person: Person; groups: { label: string; links: NavLink[] }[]; children: ReactNode };

/** What stands round every page for those who are in: ways on at the inline start, on phones above. */
export function Desk({ person, groups, children }: Props) {
  const t = useTranslations('newsroom');
  const site = useTranslations('site');
  return (
    <div className="lg:grid lg:min-h-dvh lg:grid-cols-[15rem_minmax(0,1fr)]">
      <header className="flex flex-wrap items-center justify-between gap-x-4 border-b border-hairline bg-sheet lg:sticky lg:top-0 lg:h-dvh lg:flex-col lg:flex-nowrap lg:items-stretch lg:justify-start lg:overflow-y-auto lg:border-e lg:border-b-0">
        <div className="px-4 pt-2 lg:px-5 lg:pt-6">
          <a href="/newsroom" className="inline-flex items-baseline gap-3 lg:flex-col lg:gap-1">
            <Wordmark title={site('name')} className="h-8 w-auto lg:h-10" />
            <span className="text-caption text-ink-soft">{t('name')}</span>
          </a>
        </div>
        <nav aria-label={t('nav.label')} className="relative overflow-x-auto px-1 max-lg:order-last max-lg:w-full lg:mt-6 lg:px-2">
          <ul className="flex lg:flex-col lg:gap-4">
            {groups.map(({ label, links }) => (
              <li key={label} className="shrink-0">
                <p className="px-3 text-caption text-ink-soft max-lg:sr-only">{label}</p>
                <ul className="flex lg:flex-col">
                  <NavLinks links={links} />
                </ul>
              </li>
            ))}
          </ul>
        </nav>
        <div className="hidden px-5 py-6 lg:mt-auto lg:block">
          <ThemeSwitch />
        </div>
        <div className="flex items-center gap-x-6 px-4 max-lg:pt-2 lg:block lg:border-t lg:border-hairline lg:px-5 lg:py-3">
          <p className="min-w-0 max-sm:hidden lg:mb-1">
            <bdi className="font-medium">{person.name}</bdi>
            <span className="block text-caption text-ink-soft max-lg:ms-2 max-lg:inline">{t(`roles.${person.role}`)}</span>
          </p>
          <div className="flex shrink-0 gap-4">
            <a href="/" className="inline-flex min-h-11 items-center hover:text-sea">{t('nav.site')}</a>
            <form action="/newsroom/sign-out" method="post">
              <button className="inline-flex min-h-11 items-center hover:text-madder">{t('nav.signOut')}</button>
            </form>
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-5xl px-4 py-6 focus:outline-none sm:px-6 lg:px-10 lg:py-10">
        {children}
      </main>
    </div>
  );
}
