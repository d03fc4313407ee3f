import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { BackLink } from '#components/newsroom/frame/back-link.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { DeskHead } from '#components/newsroom/frame/desk-head.tsx';
import { getSectionById, sectionStamp } from '#db/paper/sections.ts';
import { requireStaff } from '#app/newsroom/_session.ts';
import { sectionFields } from '../_fields.ts';
import { saveSection } from '../actions.ts';
import { nameIn } from '#lib/locales.ts';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.sections'))('changeTitle') };
}

export default async function SectionPage({ params }: Props) {
  const { id } = await params;
  await requireStaff('settings', `/newsroom/sections/${id}`);
  const section = await getSectionById(id);
  if (!section) notFound();
  const [t, fields, locale] = await Promise.all([
    getTranslations('newsroom.sections'),
    sectionFields(section),
    getLocale(),
  ]);
  return (
    <div className="space-y-6">
      <BackLink href="/newsroom/sections" text={t('title')} />
      <DeskHead title={<bdi>{nameIn(section, locale)}</bdi>} />
      <Block title={t('changeTitle')}>
        <div className="max-w-3xl">
          <ActionForm
            paired
            action={saveSection}
            fields={fields}
            hidden={{ id: section.id }}
            stamp={sectionStamp(section)}
            submit={t('save')}
          />
        </div>
      </Block>
    </div>
  );
}
