import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { getSite } from '#db/paper/settings.ts';

/**
 * The paper as its own people see it, in the language they work in; as Midad comes where it has no name yet.
 */
export const readSiteFace = cache(async () => {
  const [site, t] = await Promise.all([getSite(await getLocale()), getTranslations('site')]);
  return { name: site.name || t('name'), isNamed: site.name !== '', logo: site.logo };
});
