import type { ReactNode } from 'react';
import { SiteName, type SiteFace } from '#components/site/site-name.tsx';
import { LanguageSwitch } from './language-switch.tsx';

type Props = {
  site: SiteFace;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  /** The page's own path, to return to after the language is switched. */
  path: string;
};

/** The pages before sign-in: one sheet in the middle. */
export function Gate({ site, title, lead, path, children }: Props) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-md flex-col px-4 py-12 sm:justify-center">
      <header className="mb-8 text-center leading-none">
        <a href="/" className="inline-block">
          <SiteName site={site} className="h-12 w-auto" />
        </a>
      </header>
      <main id="main" tabIndex={-1} className="rounded-paper border border-hairline bg-sheet p-6 sm:p-8">
        <h1 className="text-h3">{title}</h1>
        {lead && <div className="mt-1 mb-6 text-ink-soft">{lead}</div>}
        <div className="space-y-4">{children}</div>
      </main>
      <footer className="mt-4 text-center text-ink-soft">
        <LanguageSwitch back={path} />
      </footer>
    </div>
  );
}
