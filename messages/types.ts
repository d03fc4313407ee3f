import type { Locale } from '#lib/locales.ts';
import type messages from './ar.json';

// A missing key is a compile error: ar.json is the source of keys.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof messages;
  }
}
