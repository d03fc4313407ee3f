import { getTranslations } from 'next-intl/server';
import type { splitEntry } from '#lib/articles/entry-form.ts';

const SIGNS = {
  bold: '**…**',
  italic: '*…*',
  link: '[…](https://example.org)',
  quote: '> …',
  list: '- …',
  numbers: '1. …',
  line: '…\\',
} as const;

/** Explains the notation of an entry's text, and lists the parts that the text cannot express. */
export async function TextHint({ kept }: Pick<ReturnType<typeof splitEntry>, 'kept'>) {
  const [t, names] = await Promise.all([
    getTranslations('newsroom.live.notation'),
    getTranslations('newsroom.writing.history.blocks'),
  ]);
  return (
    <>
      {kept.length > 0 && (
        <div className="mb-2 border-s-4 border-amber ps-3 text-meta">
          <p>{t('kept')}</p>
          <ul>
            {kept.map(({ number, type }) => (
              <li key={number}>
                <code dir="ltr">[[{number}]]</code> {names(type)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>{t('lead')}</p>
    </>
  );
}

/** The marks of the notation, as they are typed in the field. */
export async function Signs() {
  const t = await getTranslations('newsroom.live.notation');
  return (
    <ul aria-label={t('signs')} className="flex flex-wrap gap-x-4 text-caption text-ink-soft">
      {Object.entries(SIGNS).map(([key, sign]) => (
        <li key={key} className="whitespace-nowrap">
          <code dir="ltr" className="text-ink">
            {sign}
          </code>{' '}
          {t(key as keyof typeof SIGNS)}
        </li>
      ))}
    </ul>
  );
}
