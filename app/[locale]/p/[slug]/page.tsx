import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getPage } from '#db/paper/pages.ts';
import { docText } from '#lib/body/doc-text.ts';
import { localePath } from '#lib/locales.ts';
import { counterparts } from '../../list-pages.tsx';
import { readerLocale } from '../../reader-page.ts';
import { SiteFrame } from '../../site-frame.tsx';
import { StaticPageView } from '../../static-page.tsx';

type Props = { params: Promise<{ locale: string; slug: string }> };

async function readPage({ params }: Props) {
  const locale = await readerLocale(params);
  const page = await getPage((await params).slug, locale);
  if (!page) notFound();
  return { locale, page, hasOther: (await getPage(page.slug, locale === 'ar' ? 'en' : 'ar')) !== undefined };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, page, hasOther } = await readPage(props);
  const path = `/p/${page.slug}`;
  return {
    title: page.title,
    description: docText(page.body).slice(0, 160),
    alternates: { canonical: localePath(locale, path), ...(hasOther && { languages: counterparts(path) }) },
  };
}

export default async function StaticPage(props: Props) {
  const { locale, page, hasOther } = await readPage(props);
  return (
    <SiteFrame locale={locale} {...(hasOther && { other: `/p/${page.slug}` })}>
      <StaticPageView title={page.title} body={page.body} locale={locale} />
    </SiteFrame>
  );
}
