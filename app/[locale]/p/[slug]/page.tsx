import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getPage } from '#db/pages.ts';
import { docText } from '#lib/body/doc-text.ts';
import { renderBody } from '#lib/body/render.ts';
import { localePath } from '#lib/locales.ts';
import { mixedText } from '#lib/mixed-text.ts';
import { getBodyContext } from '../../body-context.ts';
import { readerLocale } from '../../reader-page.ts';
import { SiteFrame } from '../../site-frame.tsx';

type Props = { params: Promise<{ locale: string; slug: string }> };

async function readPage({ params }: Props) {
  const locale = await readerLocale(params);
  const page = await getPage((await params).slug, locale);
  if (!page) notFound();
  return { locale, page };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, page } = await readPage(props);
  const path = (each: 'ar' | 'en') => localePath(each, `/p/${page.slug}`);
  return {
    title: page.title,
    description: docText(page.body).slice(0, 160),
    alternates: { canonical: path(locale), languages: { ar: path('ar'), en: path('en'), 'x-default': path('ar') } },
  };
}

export default async function StaticPage(props: Props) {
  const { locale, page } = await readPage(props);
  const context = await getBodyContext([page.body], locale, new Date());
  return (
    <SiteFrame locale={locale}>
      <article className="mx-auto max-w-[660px]">
        <h1 className="mb-8 border-b-2 border-ink pb-4 text-headline lg:text-headline-wide">{mixedText(page.title, locale)}</h1>
        <div className="article-body">{renderBody(page.body, context)}</div>
      </article>
    </SiteFrame>
  );
}
