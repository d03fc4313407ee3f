import { getTranslations } from 'next-intl/server';
import type { FieldProps } from '#components/newsroom/field.tsx';
import { ltr } from '#components/newsroom/ltr.tsx';
import type { getPage } from '#db/pages.ts';
import { printNotation } from '#lib/body/notation.ts';

export async function pageFields(page?: NonNullable<Awaited<ReturnType<typeof getPage>>>): Promise<FieldProps[]> {
  const [t, notation] = await Promise.all([getTranslations('newsroom.pages'), getTranslations('newsroom.live.notation')]);
  const { text, kept } = page ? printNotation(page.body.content) : { text: '', kept: [] };
  const signs = kept.length > 0 ? ` ${kept.map(({ number }) => `[[${number}]]`).join(' ')} ${notation('kept')}` : '';
  const address: FieldProps[] = page ? [] : [
    { name: 'locale', label: t('locale'), autoComplete: 'off', initial: 'ar', options: [{ value: 'ar', label: t('locales.ar') }, { value: 'en', label: t('locales.en') }] },
    { name: 'slug', label: t('slug'), hint: t.rich('slugHint', { code: ltr }), autoComplete: 'off' },
  ];
  return [
    ...address,
    { name: 'title', label: t('titleLabel'), isRequired: true, isProse: true, autoComplete: 'off', initial: page?.title ?? '' },
    { name: 'text', label: t('text'), isRequired: true, hint: [t.rich('textHint', { code: ltr }), signs], isProse: true, rows: 18, autoComplete: 'off', initial: text },
  ];
}
