import { getTranslations } from 'next-intl/server';
import { WRITING_WORDS, type WritingWords } from '#components/newsroom/writing/article-words.ts';
import { CONTENT_KEYS } from '#lib/articles/lines.ts';

/** Kept as they are where the browser puts a value in. */
const PLACES = { n: '{n}', max: '{max}', name: '{name}', time: '{time}', text: '{text}', zone: '{zone}' };

/** The words of the edit screen that run in the browser. */
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
