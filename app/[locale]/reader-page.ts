import { notFound } from 'next/navigation';
import { cache } from 'react';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { dateSettingsIn, getSettings, getSite } from '#db/paper/settings.ts';
import { readWhole } from '#lib/arabic/read-number.ts';
import { env } from '#lib/env.ts';
import { isLocale, type Locale } from '#lib/locales.ts';

/**
 * The edition of a reader's page, which sets the language of everything below it. An unknown edition is not
 * found.
 */
export async function readerLocale(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  return locale;
}

/** The settings, read once for all parts of a page. */
export const readSettings = cache(() => getSettings());

/** The date settings of an edition. */
export const readDates = cache(async (locale: Locale) => dateSettingsIn(await readSettings(), locale));

/**
 * The site's name and description on every page: the newsroom's values, or else Midad's defaults. Read once
 * for all parts of a page.
 */
export const readSite = cache(async (locale: Locale) => {
  const [site, t] = await Promise.all([
    readSettings().then((settings) => getSite(locale, settings)),
    getTranslations({ locale, namespace: 'site' }),
  ]);
  // Only the demo newsroom is in that city, and only the demo says that its news is invented.
  const isDemo = env.demo && site.name === '';
  return {
    ...site,
    name: site.name || t('name'),
    tagline: site.tagline || (isDemo ? t('tagline') : ''),
    isNamed: site.name !== '',
    isDemo,
  };
});

/** Title and description of the front page. Feeds and the manifest use them for the whole site. */
export async function describeFront(locale: Locale) {
  const [site, t] = await Promise.all([readSite(locale), getTranslations({ locale, namespace: 'front' })]);
  if (site.isDemo) return { title: t('title'), description: t('description') };
  return site.tagline
    ? { title: `${site.name} | ${site.tagline}`, description: site.tagline }
    : { title: site.name, description: site.name };
}

/** `?page=N` as a number from 1. Any other value is not found, instead of quietly becoming page one. */
export function pageOr404(value: string | string[] | undefined): number {
  if (value === undefined) return 1;
  const page = typeof value === 'string' ? readWhole(value) : undefined;
  if (page === undefined || page < 1 || page > 99_999) notFound();
  return page;
}
