import type { Locale } from '../locales.ts';
import type { EmbedProvider } from './doc.ts';

export type BodyPicture = { hash: string; width: number; height: number; alt: string; credit: string };
export type BodyDocument = { hash: string; title: string; bytes: number };
export type BodyCard = { headline: string; href: string };

/**
 * What a body shows besides its own words: pictures, other articles, and the words round them in the
 * article's language.
 */
export type BodyContext = {
  locale: Locale;
  pictures: ReadonlyMap<string, BodyPicture>;
  documents: ReadonlyMap<string, BodyDocument>;
  /** By public number; only what a reader may see. */
  cards: ReadonlyMap<number, BodyCard>;
  words: {
    readAlso: string;
    correction: string;
    table: string;
    /** What kind of file a document is. */
    document: string;
    formatBytes: (bytes: number) => string;
    /** «فيديو من يوتيوب» … */
    embeds: Record<EmbedProvider, string>;
    embedNote: string;
    /** A day like 2026-11-24 as the edition writes it. */
    formatDay: (day: string) => string;
  };
};
