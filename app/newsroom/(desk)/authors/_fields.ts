import { getTranslations } from 'next-intl/server';
import type { FieldProps } from '#components/newsroom/ui/field.tsx';
import { ltr } from '#components/newsroom/ui/ltr.tsx';
import { listNames } from '#db/people/people.ts';
import type { Author } from '#db/tables/tables.ts';
import { getPickerWords } from '../../_media-words.ts';

export async function authorFields(author?: Author): Promise<FieldProps[]> {
  const [t, staff, picker] = await Promise.all([
    getTranslations('newsroom.authors'),
    listNames(),
    getPickerWords(),
  ]);
  const members = [
    { value: '', label: t('nobody') },
    ...staff.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return [
    {
      name: 'nameAr',
      label: t('nameAr'),
      isRequired: true,
      isProse: true,
      autoComplete: 'off',
      initial: author?.nameAr ?? '',
    },
    {
      name: 'nameEn',
      label: t('nameEn'),
      hint: t('nameEnHint'),
      autoComplete: 'off',
      initial: author && author.nameEn !== author.nameAr ? author.nameEn : '',
    },
    {
      name: 'slug',
      isWide: true,
      label: t('slug'),
      hint: t('slugHint'),
      autoComplete: 'off',
      initial: author?.slug ?? '',
    },
    {
      name: 'titleAr',
      label: t('titleAr'),
      hint: t('titleHint'),
      isProse: true,
      autoComplete: 'off',
      initial: author?.titleAr ?? '',
    },
    { name: 'titleEn', label: t('titleEn'), autoComplete: 'off', initial: author?.titleEn ?? '' },
    {
      name: 'bioAr',
      label: t('bioAr'),
      isProse: true,
      rows: 4,
      autoComplete: 'off',
      initial: author?.bioAr ?? '',
    },
    { name: 'bioEn', label: t('bioEn'), rows: 4, autoComplete: 'off', initial: author?.bioEn ?? '' },
    {
      name: 'links',
      isWide: true,
      label: t('links'),
      hint: t.rich('linksHint', { code: ltr }),
      rows: 3,
      autoComplete: 'off',
      initial: (author?.links ?? []).map(({ label, url }) => `${label} ${url}`).join('\n'),
    },
    {
      name: 'mediaId',
      label: t('mediaId'),
      hint: t('mediaIdHint'),
      picker,
      autoComplete: 'off',
      initial: author?.mediaId ?? '',
    },
    {
      name: 'userId',
      label: t('userId'),
      hint: t('userIdHint'),
      autoComplete: 'off',
      initial: author?.userId ?? '',
      options: members,
    },
  ];
}
