import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { Icon } from '../ui/icon.tsx';

const THEMES = [
  { theme: 'light', icon: 'light', label: 'themeLight' },
  { theme: 'dark', icon: 'dark', label: 'themeDark' },
  { theme: 'system', icon: 'system', label: 'themeSystem' },
] as const;

/** Posts to the front door, which stores the choice in a cookie. With JavaScript the page does not reload. */
export function ThemeSwitch({
  back,
}: {
  /** The path of the page, if the page sends no referrer. */
  back?: string | undefined;
}) {
  const t = useTranslations('site');
  return (
    <form action="/theme" method="post" data-theme-switch="" className="@container w-full">
      {back && <input type="hidden" name="back" value={back} />}
      <fieldset>
        <legend className="mb-2 text-meta text-ink-soft">{t('theme')}</legend>
        <div className="flex flex-wrap gap-1">
          {THEMES.map(({ theme, icon, label }) => (
            <Fragment key={theme}>
              <button
                name="theme"
                value={theme}
                className="inline-flex min-h-11 flex-col items-center gap-x-2 rounded-paper border border-field px-1.5 py-1 text-meta hover:border-sea hover:text-sea @3xs:flex-row @3xs:px-2"
              >
                <Icon name={icon} />
                {t(label)}
              </button>{' '}
            </Fragment>
          ))}
        </div>
      </fieldset>
    </form>
  );
}
