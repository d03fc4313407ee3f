import type { Locale } from '#lib/locales.ts';

/** The name of a commenter whose own name is not known or was erased. */
export const NO_NAME = { ar: 'معلّق', en: 'Commenter' } as const satisfies Record<Locale, string>;
