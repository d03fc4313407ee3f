import { notFound } from 'next/navigation';
import { setRequestLocale } from 'next-intl/server';
import { cache } from 'react';
import { getDateSettings } from '#db/settings.ts';
import { isLocale, type Locale } from '#lib/locales.ts';

/** The edition of a reader's page; everything below it translates into its language. Unknown ones are not found. */
export async function readerLocale(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  return locale;
}

/** How dates are written in an edition, read once for all parts of a page. */
export const readDates = cache(getDateSettings);

/** `?page=N` as a number from 1; anything else is not found rather than quietly page one. */
export function pageNumber(value: string | string[] | undefined): number {
  if (value === undefined) return 1;
  if (typeof value !== 'string' || !/^[1-9]\d{0,4}$/.test(value)) notFound();
  return Number(value);
}

export type Query = Promise<Record<string, string | string[] | undefined>>;

/** One value of a query key, empty when it is missing or given twice. */
export const single = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');
