import { getRequestConfig } from 'next-intl/server';
import { isLocale } from '#lib/locales.ts';
import { newsroomLocale } from './signed-in.ts';

/**
 * Readers' pages take the locale from the address and never read a cookie. The newsroom's addresses contain
 * no locale.
 */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = asked && isLocale(asked) ? asked : await newsroomLocale();
  const messages = (await import(`../../messages/${locale}.json`)) as { default: Record<string, never> };
  return { locale, messages: messages.default, timeZone: 'UTC' };
});
