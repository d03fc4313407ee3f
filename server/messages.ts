import ar from '#messages/ar.json' with { type: 'json' };
import en from '#messages/en.json' with { type: 'json' };
import type { Locale } from '#lib/locales.ts';

/** The words of each edition, for what is written outside Next. */
export const MESSAGES: Record<Locale, typeof ar> = { ar, en: en as typeof ar };
