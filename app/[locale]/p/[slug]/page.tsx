import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getPage } from '#db/paper/pages.ts';
import { docText } from '#lib/body/doc-text.ts';
import { editions, localePath, LOCALES } from '#lib/locales.ts';
import { readerLocale } from '../../reader-page.ts';
import { SiteFrame } from '../../site-frame.tsx';
import { StaticPageView } from '../../static-page.tsx';

type Props = { params: Promise<{ locale: string; slug: string }> };

async function readPage({ params }: Props) {
  const locale = await readerLocale(params);
  const page = await getPage((await params).slug, locale);
  if (!page) notFound();
  const others = editions.others(locale);
  const found = await Promise.all(others.map((other) => getPage(page.slug, other)));
  const having = [locale, ...others.filter((_, at) => found[at] !== undefined)];
  return { locale, page, having };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, page, having } = await readPage(props);
  const path = `/p/${page.slug}`;
  return {
    title: page.title,
    description: docText(page.body).slice(0, 160),
    alternates: {
      canonical: localePath(locale, path),
      ...(having.length > 1 && { languages: editions.alternates(path, having) }),
    },
  };
}

export default async function StaticPage(props: Props) {
  const { locale, page, having } = await readPage(props);
  return (
    <SiteFrame locale={locale} {...(having.length === LOCALES.length && { other: `/p/${page.slug}` })}>
      <StaticPageView title={page.title} body={page.body} locale={locale} />
    </SiteFrame>
  );
}
