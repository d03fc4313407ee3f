import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { localePath } from '#lib/locales.ts';
import { minePath } from '#lib/comments/own-path.ts';
import { pageRequest } from '#lib/page-request.ts';
import { readerLocale } from '../../reader-page.ts';
import { SiteFrame } from '../../site-frame.tsx';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await readerLocale(params);
  const t = await getTranslations({ locale, namespace: 'comments.unsent' });
  return { title: t('title'), robots: { index: false, follow: false } };
}

/**
 * Returns what was typed when its target no longer exists. This page is rendered only as the response to a
 * form.
 */
export default async function UnsentPage({ params }: Props) {
  const locale = await readerLocale(params);
  const unsent = pageRequest()?.unsent ?? notFound();
  const t = await getTranslations({ locale, namespace: 'comments.unsent' });
  const link = 'inline-flex min-h-11 items-center text-ui text-sea underline';
  return (
    <SiteFrame locale={locale} back={minePath(locale)}>
      <div data-kept className="mx-auto max-w-[660px] py-8">
        <div role="alert" tabIndex={-1} autoFocus className="border-2 border-madder p-4">
          <h1 className="text-h2">{t(`${unsent.why}.title`)}</h1>
          <p className="mt-2 text-ui">{t(`${unsent.why}.help`)}</p>
        </div>
        {unsent.words !== '' && (
          <div className="mt-6">
            <label htmlFor="unsent-words" className="mb-1 block text-ui font-medium">
              {t('words')}
            </label>
            <textarea
              id="unsent-words"
              readOnly
              rows={10}
              dir="auto"
              defaultValue={unsent.words}
              className="w-full rounded-paper border border-field bg-sheet px-4 py-3 text-comment"
            />
            <p className="mt-1 text-caption text-ink-soft">{t('copy')}</p>
          </div>
        )}
        <p className="mt-6 flex flex-wrap gap-x-6">
          <a href={unsent.href || localePath(locale, '/')} className={link}>
            {t(unsent.href ? 'toArticle' : 'toFront')}
          </a>
          <a href={minePath(locale)} className={link}>
            {t('mine')}
          </a>
        </p>
      </div>
    </SiteFrame>
  );
}
