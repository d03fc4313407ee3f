import { getTranslations } from 'next-intl/server';
import type { FieldProps } from '#components/newsroom/ui/field.tsx';
import { ltr } from '#components/newsroom/ui/ltr.tsx';
import type { Section } from '#db/tables/tables.ts';

export async function sectionFields(section?: Section): Promise<FieldProps[]> {
  const t = await getTranslations('newsroom.sections');
  return [
    {
      name: 'nameAr',
      label: t('nameAr'),
      isRequired: true,
      isProse: true,
      autoComplete: 'off',
      initial: section?.nameAr ?? '',
    },
    {
      name: 'nameEn',
      label: t('nameEn'),
      hint: t('nameEnHint'),
      autoComplete: 'off',
      initial: section && section.nameEn !== section.nameAr ? section.nameEn : '',
    },
    {
      name: 'slug',
      isWide: true,
      label: t('slug'),
      hint: section ? t('slugHintChange') : t.rich('slugHint', { code: ltr }),
      autoComplete: 'off',
      initial: section?.slug ?? '',
    },
    {
      name: 'descriptionAr',
      label: t('descriptionAr'),
      isProse: true,
      rows: 2,
      autoComplete: 'off',
      initial: section?.descriptionAr ?? '',
    },
    {
      name: 'descriptionEn',
      label: t('descriptionEn'),
      rows: 2,
      autoComplete: 'off',
      initial: section?.descriptionEn ?? '',
    },
  ];
}
