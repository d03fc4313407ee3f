import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/action-form.tsx';
import { BackLink } from '#components/newsroom/back-link.tsx';
import { Block } from '#components/newsroom/block.tsx';
import { buttonStyle } from '#components/newsroom/button.ts';
import { DeskHead } from '#components/newsroom/desk-head.tsx';
import { RemoveForm } from '#components/newsroom/remove-form.tsx';
import { getPage, OWN_PAGES, pageStamp } from '#db/pages.ts';
import { isLocale, localePath } from '#lib/locales.ts';
import { requireStaff } from '../../../../_session.ts';
import { pageFields } from '../../_fields.ts';
import { changePageAction, removePageAction } from '../../actions.ts';

type Props = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.pages'))('changeTitle') };
}

export default async function StaticPageDesk({ params }: Props) {
  const { locale, slug } = await params;
  await requireStaff('curate', `/newsroom/pages/${locale}/${slug}`);
  const page = isLocale(locale) ? await getPage(slug, locale) : undefined;
  if (!page) notFound();
  const [t, fields] = await Promise.all([getTranslations('newsroom.pages'), pageFields(page)]);
  return (
    <div className="space-y-6">
      <BackLink href="/newsroom/pages" text={t('title')} />
      <DeskHead title={<bdi>{page.title}</bdi>} aside={<a href={localePath(page.locale, `/p/${page.slug}`)} className={buttonStyle.text}>{t('onSite')}</a>} />
      <Block title={t('changeTitle')}>
        <div className="max-w-2xl"><ActionForm action={changePageAction} fields={fields} hidden={{ locale, slug }} stamp={pageStamp(page)} submit={t('save')} /></div>
      </Block>
      {!OWN_PAGES.includes(slug) && (
        <RemoveForm action={removePageAction} hidden={{ locale, slug }} label={t('remove')} name={page.title} look="risky" />
      )}
    </div>
  );
}
