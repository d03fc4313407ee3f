import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Person } from '#lib/people/can.ts';
import { SiteName, type SiteFace } from '#components/site/site-name.tsx';
import { ThemeSwitch } from '#components/site/theme-switch.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { NavGroups, type NavGroup } from './nav-groups.tsx';

type Props = { site: SiteFace; person: Person; groups: NavGroup[]; children: ReactNode };

const MENU = 'desk-menu';
const bar = 'inline-flex min-h-11 items-center gap-2 rounded-paper px-2 text-ui hover:text-sea lg:hidden';

/**
 * The frame around every page for signed-in staff: navigation at the inline start, on phones in a menu that
 * opens without a script.
 */
export function Desk({ site, person, groups, children }: Props) {
  const t = useTranslations('newsroom');
  const words = useTranslations('site');
  return (
    <div className="lg:grid lg:min-h-dvh lg:grid-cols-[15rem_minmax(0,1fr)]">
      <header className="flex items-center justify-between gap-x-4 border-b border-hairline bg-sheet lg:sticky lg:top-0 lg:h-dvh lg:flex-col lg:items-stretch lg:justify-start lg:overflow-y-auto lg:border-e lg:border-b-0">
        <div className="px-4 py-1 lg:px-5 lg:pt-4">
          <a
            href="/newsroom"
            className="inline-flex min-h-11 items-center gap-3 lg:flex-col lg:items-start lg:gap-1"
          >
            <SiteName
              site={site}
              letters="text-h3"
              className="h-8 w-auto lg:h-auto lg:min-h-10 lg:max-w-full"
            />
            <span className="text-caption text-ink-soft">{t('name')}</span>
          </a>
        </div>
        <button type="button" popoverTarget={MENU} className={`${bar} me-2`}>
          <Icon name="menu" />
          {words('menu')}
        </button>
        <div id={MENU} popover="auto" className="desk-menu">
          <button type="button" popoverTarget={MENU} popoverTargetAction="hide" className={bar}>
            <Icon name="close" />
            {words('close')}
          </button>
          <nav aria-label={t('nav.label')} className="lg:mt-4 lg:px-2">
            <NavGroups groups={groups} />
          </nav>
          <div className="mt-auto px-3 py-2 lg:px-5 lg:py-4">
            <ThemeSwitch />
          </div>
          <div className="sticky bottom-0 border-t border-hairline bg-sheet px-3 py-3 lg:px-5">
            <p>
              <bdi className="font-medium">{person.name}</bdi>
              <span className="block text-caption text-ink-soft">{t(`roles.${person.role}`)}</span>
            </p>
            <div className="flex flex-wrap gap-x-4">
              <a href="/" className="inline-flex min-h-11 items-center hover:text-sea">
                {t('nav.site')}
              </a>
              <LanguageSwitch />
              <form action="/newsroom/sign-out" method="post">
                <button className="inline-flex min-h-11 items-center hover:text-madder">
                  {t('nav.signOut')}
                </button>
              </form>
            </div>
          </div>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-5xl px-4 py-6 focus:outline-none sm:px-6 lg:px-10 lg:py-10"
      >
        {children}
      </main>
    </div>
  );
}
