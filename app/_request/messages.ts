import { getRequestConfig } from 'next-intl/server';
import { isLocale } from '#lib/locales.ts';
import { newsroomLocale } from './signed-in.ts';

/**
 * Readers' pages say their edition by the address and never get as far as a cookie; the newsroom's address
 * says nothing.
 */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = asked && isLocale(asked) ? asked : await newsroomLocale();
  const messages = (await import(`../../messages/${locale}.json`)) as { default: Record<string, never> };
  return { locale, messages: messages.default, timeZone: 'UTC' };
});
