import { getTranslations } from 'next-intl/server';
import type { FieldProps } from '#components/newsroom/field.tsx';
import type { getPage } from '#db/pages.ts';
import { docToLines } from '#lib/body/to-lines.ts';

export async function pageFields(page?: NonNullable<Awaited<ReturnType<typeof getPage>>>): Promise<FieldProps[]> {
  const t = await getTranslations('newsroom.pages');
  const address: FieldProps[] = page ? [] : [
    { name: 'locale', label: t('locale'), autoComplete: 'off', initial: 'ar', options: [{ value: 'ar', label: t('locales.ar') }, { value: 'en', label: t('locales.en') }] },
    { name: 'slug', label: t('slug'), hint: t('slugHint'), autoComplete: 'off' },
  ];
  return [
    ...address,
    { name: 'title', label: t('titleLabel'), isProse: true, autoComplete: 'off', initial: page?.title ?? '' },
    { name: 'text', label: t('text'), hint: t('textHint'), isProse: true, rows: 18, autoComplete: 'off', initial: page ? docToLines(page.body).join('\n\n') : '' },
  ];
}
