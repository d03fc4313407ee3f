import type { Doc } from '#lib/body/doc.ts';
import type { Locale } from '#lib/locales.ts';

export type PageKey = { slug: string; locale: Locale };
export type PageText = { title: string; body: Doc };

export const subjectOf = ({ slug, locale }: PageKey) => `${locale}/${slug}`;
