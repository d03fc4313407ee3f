import type { Locale } from '../locales.ts';
import type { EmbedProvider } from './doc.ts';

export type BodyPicture = { hash: string; width: number; height: number; alt: string; credit: string };
export type BodyDocument = { hash: string; title: string; bytes: number };
export type BodyCard = { headline: string; href: string };

/**
 * What the rendering of a body needs besides its own text: pictures, other articles, and labels in the
 * article's language.
 */
export type BodyContext = {
  locale: Locale;
  pictures: ReadonlyMap<string, BodyPicture>;
  documents: ReadonlyMap<string, BodyDocument>;
  /** By public number; contains only articles that a reader may see. */
  cards: ReadonlyMap<number, BodyCard>;
  words: {
    readAlso: string;
    correction: string;
    table: string;
    /** The label of a file type. */
    document: string;
    formatBytes: (bytes: number) => string;
    /** «فيديو من يوتيوب» … */
    embeds: Record<EmbedProvider, string>;
    embedNote: string;
    /** Formats a date like 2026-11-24 for the edition. */
    formatDay: (day: string) => string;
  };
};
