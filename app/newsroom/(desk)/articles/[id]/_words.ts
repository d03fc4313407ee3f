import { getTranslations } from 'next-intl/server';
import { WRITING_WORDS, type WritingWords } from '#components/newsroom/writing/article-words.ts';
import { CONTENT_KEYS } from '#lib/articles/lines.ts';

/** Placeholders that stay in the messages; the browser replaces them with values. */
const PLACES = { n: '{n}', max: '{max}', name: '{name}', time: '{time}', text: '{text}', zone: '{zone}' };

/** The messages of the edit screen that the browser needs. */
export async function writingWords(): Promise<WritingWords> {
  const [t, fields] = await Promise.all([
    getTranslations('newsroom.writing.screen'),
    getTranslations('newsroom.writing.fields'),
  ]);
  return {
    ...(Object.fromEntries(WRITING_WORDS.map((key) => [key, t(key, PLACES)])) as Omit<
      WritingWords,
      'fields'
    >),
    fields: Object.fromEntries(
      [...CONTENT_KEYS, 'body' as const, 'notes' as const].map((key) => [key, fields(key)]),
    ) as WritingWords['fields'],
  };
}
