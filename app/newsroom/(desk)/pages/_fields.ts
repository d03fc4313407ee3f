import { getTranslations } from 'next-intl/server';
import type { FieldProps } from '#components/newsroom/ui/field.tsx';
import { ltr } from '#components/newsroom/ui/ltr.tsx';
import type { PageDesk } from '#db/paper/page-drafts.ts';
import { printNotation } from '#lib/body/notation.ts';
import { getRichProps } from '../../_rich.ts';
import { DEFAULT_LOCALE, LOCALES } from '#lib/locales.ts';

/** The fields that a new page needs before its text can be written. */
export async function newPageFields(): Promise<FieldProps[]> {
  const t = await getTranslations('newsroom.pages');
  return [
    {
      name: 'locale',
      label: t('locale'),
      autoComplete: 'off',
      initial: DEFAULT_LOCALE,
      options: LOCALES.map((value) => ({ value, label: t(`locales.${value}`) })),
    },
    { name: 'slug', label: t('slug'), hint: t.rich('slugHint', { code: ltr }), autoComplete: 'off' },
    { name: 'title', label: t('titleLabel'), isRequired: true, isProse: true, autoComplete: 'off' },
  ];
}

export async function pageFields(desk: PageDesk): Promise<FieldProps[]> {
  const [t, notation] = await Promise.all([
    getTranslations('newsroom.pages'),
    getTranslations('newsroom.live.notation'),
  ]);
  const rich = await getRichProps(desk.body, desk.locale, {
    label: t('text'),
    placeholder: t('placeholder'),
  });
  const { text, kept } = printNotation(desk.body.content);
  const signs =
    kept.length > 0 ? ` ${kept.map(({ number }) => `[[${number}]]`).join(' ')} ${notation('kept')}` : '';
  return [
    {
      name: 'title',
      label: t('titleLabel'),
      isRequired: true,
      isProse: true,
      autoComplete: 'off',
      initial: desk.title,
    },
    {
      name: 'text',
      label: t('text'),
      isRequired: true,
      hint: [t.rich('textHint', { code: ltr }), signs],
      rows: 18,
      autoComplete: 'off',
      initial: text,
      rich,
    },
  ];
}
