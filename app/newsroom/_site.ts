import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { getSite } from '#db/paper/settings.ts';

/**
 * The site's name and logo in the language of the staff member. Without a name of its own the site is called
 * Midad.
 */
export const readSiteFace = cache(async () => {
  const [site, t] = await Promise.all([getSite(await getLocale()), getTranslations('site')]);
  return { name: site.name || t('name'), isNamed: site.name !== '', logo: site.logo };
});
