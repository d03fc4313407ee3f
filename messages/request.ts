import { getRequestConfig } from 'next-intl/server';
import { DEFAULT_LOCALE, isLocale } from '#lib/locales.ts';

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = (await requestLocale) ?? DEFAULT_LOCALE;
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const messages = (await import(`./${locale}.json`)) as { default: Record<string, never> };
  return { locale, messages: messages.default, timeZone: 'UTC' };
});
