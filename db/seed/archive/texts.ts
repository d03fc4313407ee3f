import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleInput } from '#lib/articles/input.ts';
import { fold } from '#lib/arabic/fold.ts';
import { indexText } from '#lib/arabic/index-text.ts';
import type { Doc } from '#lib/body/doc.ts';
import { shingleSignature } from '#lib/comments/similarity.ts';
import { LOCALES, type Locale } from '#lib/locales.ts';
import { createZipf, type Random } from './random.ts';

const SEED = join(process.cwd(), 'db/seed');
/**
 * Texts that are put together again and again, and invented names that few articles contain. A small archive
 * needs fewer.
 */
const MOST = { paragraphs: 3000, comments: 3000, names: 15_000 };
const LETTERS = {
  ar: [...'بتجحدرزسشصطعفقكلمنهوي'],
  en: [...'bdfgklmnprstvz'],
} satisfies Record<Locale, string[]>;
const VOWELS = { ar: [...'اوي'], en: [...'aeiou'] } satisfies Record<Locale, string[]>;

/** A text with its stems, which are made once for each text. */
export type Piece = { text: string; stems: string; words: number };

export const joinStems = (pieces: Pick<Piece, 'stems'>[]) => pieces.map(({ stems }) => stems).join(' ');
export const toDoc = (pieces: Piece[]): Doc => ({
  type: 'doc',
  v: 2,
  content: pieces.map(({ text }) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

/** The words of the demo articles of an edition, the most frequent first. */
export function listDemoWords(locale: Locale): string[] {
  const files = readdirSync(join(SEED, 'articles')).filter((name) => name.endsWith('.json'));
  const inputs = files.map(
    (name) => JSON.parse(readFileSync(join(SEED, 'articles', name), 'utf8')) as ArticleInput,
  );
  const counts = new Map<string, number>();
  for (const { body } of inputs.filter((each) => (each.locale ?? 'ar') === locale)) {
    for (const word of body.join(' ').match(/\p{L}{2,}/gu) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

/** A name that no dictionary has. */
export function inventWord(locale: Locale, random: Random): string {
  const [letters, vowels] = [LETTERS[locale], VOWELS[locale]];
  const syllables = Array.from(
    { length: random.between(2, 3) },
    () => random.pick(letters) + random.pick(vowels),
  );
  return syllables.join('') + random.pick(letters);
}

/** Makes texts of so many words; each word is stemmed once. */
function createWords(locale: Locale, random: Random, rareCount: number) {
  const common = listDemoWords(locale);
  const rare = Array.from({ length: rareCount }, () => inventWord(locale, random));
  const words = [...common, ...rare].map((text) => ({ text, stems: indexText(text) }));
  const draw = createZipf(words.length, random);
  return (count: number): Piece => {
    const drawn = Array.from({ length: count }, () => words[draw()]!);
    return { text: drawn.map(({ text }) => text).join(' '), stems: joinStems(drawn), words: count };
  };
}

/** Makes the texts of an archive: words as frequent as in the demo's articles, and a long tail of names. */
export function createTexts(random: Random, articleCount: number) {
  const many = (most: number) => Math.min(most, Math.ceil(articleCount / 3));
  const byLocale = Object.fromEntries(
    LOCALES.map((locale) => {
      const say = createWords(locale, random, many(MOST.names));
      const paragraphs = Array.from({ length: many(MOST.paragraphs) }, () => say(random.between(25, 70)));
      return [locale, { say, paragraphs }];
    }),
  ) as Record<Locale, { say: (count: number) => Piece; paragraphs: Piece[] }>;
  const comments = Array.from({ length: many(MOST.comments) }, () => {
    const body = byLocale.ar.say(random.between(5, 45)).text;
    return { body, folded: fold(body), signature: shingleSignature(body) };
  });
  const names = Array.from({ length: 500 }, () => byLocale.ar.say(2).text);
  return {
    line: (locale: Locale, words: number) => byLocale[locale].say(words),
    paragraphs: (locale: Locale, count: number) =>
      Array.from({ length: count }, () => random.pick(byLocale[locale].paragraphs)),
    comment: () => random.pick(comments),
    name: () => random.pick(names),
  };
}

export type Texts = ReturnType<typeof createTexts>;
