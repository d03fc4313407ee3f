import { useTranslations } from 'next-intl';
import { Icon } from '../ui/icon.tsx';

const THEMES = [
  { theme: 'light', icon: 'light', label: 'themeLight' },
  { theme: 'dark', icon: 'dark', label: 'themeDark' },
  { theme: 'system', icon: 'system', label: 'themeSystem' },
] as const;

/** Posts to the front door, which remembers the choice in a cookie; with scripts on, the page need not be loaded again. */
export function ThemeSwitch() {
  const t = useTranslations('site');
  return (
    <form action="/theme" method="post" data-theme-switch="">
      <fieldset>
        <legend className="mb-2 text-meta text-ink-soft">{t('theme')}</legend>
        <div className="flex flex-wrap gap-1.5">
          {THEMES.map(({ theme, icon, label }) => (
            <button
              key={theme}
              name="theme"
              value={theme}
              className="inline-flex min-h-11 items-center gap-2 rounded-paper border border-field px-2 text-meta hover:border-sea hover:text-sea"
            >
              <Icon name={icon} />
              {t(label)}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  );
}
