import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { DeskHead } from '#components/newsroom/frame/desk-head.tsx';
import { Empty } from '#components/newsroom/ui/empty.tsx';
import type { FieldProps } from '#components/newsroom/ui/field.tsx';
import { listSections } from '#db/paper/sections.ts';
import { can } from '#lib/people/can.ts';
import { DEFAULT_LOCALE, LOCALES, nameIn } from '#lib/locales.ts';
import { requireStaff } from '#app/newsroom/_session.ts';
import { begin } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.articles.begin'))('title') };
}

export default async function NewArticlePage() {
  const { person } = await requireStaff('write', '/newsroom/articles/new');
  const [t, locale, sections] = await Promise.all([
    getTranslations('newsroom.articles'),
    getLocale(),
    listSections(),
  ]);
  const fields: FieldProps[] = [
    {
      name: 'headline',
      label: t('begin.headline'),
      isRequired: true,
      hint: t('begin.headlineHint'),
      autoComplete: 'off',
      isProse: true,
    },
    {
      name: 'sectionId',
      label: t('section'),
      isRequired: true,
      autoComplete: 'off',
      initial: '',
      options: [
        { value: '', label: t('begin.choose') },
        ...sections.map((section) => ({
          value: section.id,
          label: nameIn(section, locale),
        })),
      ],
    },
    {
      name: 'kind',
      label: t('kind'),
      hint: t('begin.kindHint'),
      autoComplete: 'off',
      initial: 'article',
      options: [
        { value: 'article', label: t('kinds.article') },
        { value: 'live', label: t('kinds.live') },
      ],
    },
    {
      name: 'locale',
      label: t('edition'),
      autoComplete: 'off',
      initial: DEFAULT_LOCALE,
      options: LOCALES.map((value) => ({ value, label: t(`editions.${value}`) })),
    },
  ];
  if (sections.length === 0) {
    return (
      <div className="space-y-6">
        <DeskHead title={t('begin.title')} />
        <Empty title={t('begin.noSections')} hint={t('begin.noSectionsHint')} />
        {can(person, 'settings') && (
          <p className="text-center">
            <a href="/newsroom/sections" className={buttonStyle.main}>
              {t('begin.toSections')}
            </a>
          </p>
        )}
      </div>
    );
  }
  return (
    <div className="max-w-2xl space-y-6">
      <DeskHead title={t('begin.title')} />
      <Block title={t('begin.block')} lead={t('begin.lead')}>
        <ActionForm
          action={begin}
          keep={`article.${person.id}.new`}
          fields={fields}
          submit={t('begin.submit')}
        />
      </Block>
    </div>
  );
}
