import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { discussionButton } from '#components/comments/discussion-fields.tsx';
import { isLinkGood } from '#db/comments/writer-addresses.ts';
import { minePath, openPath } from '#lib/comments/own-path.ts';
import { requestTime } from '#lib/page-request.ts';
import { readerLocale } from '#app/[locale]/reader-page.ts';
import { SiteFrame } from '#app/[locale]/site-frame.tsx';

type Props = { params: Promise<{ locale: string; token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await readerLocale(params);
  const t = await getTranslations({ locale, namespace: 'comments.mine' });
  return { title: t('openTitle'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

/**
 * The target of a mailed link. Mail programs open links automatically, so the page shows and changes nothing
 * before the button is pressed.
 */
export default async function OpenCommentsPage({ params }: Props) {
  const locale = await readerLocale(params);
  const { token } = await params;
  const [t, isGood] = await Promise.all([
    getTranslations({ locale, namespace: 'comments.mine' }),
    isLinkGood(token, requestTime()),
  ]);
  return (
    <SiteFrame locale={locale} back={openPath(locale, token)}>
      <div className="mx-auto max-w-[660px] py-8 lg:py-16">
        <h1 className="text-headline lg:text-headline-wide">{t('openTitle')}</h1>
        <p className="mt-4 font-serif text-standfirst">{t(isGood ? 'openLead' : 'openEnded')}</p>
        {isGood ? (
          <form method="post" action={`${openPath(locale, token)}/confirm`} className="mt-8">
            <button className={discussionButton}>{t('openSubmit')}</button>
          </form>
        ) : (
          <p className="mt-6">
            <a
              href={minePath(locale)}
              className="inline-flex min-h-11 items-center text-ui text-sea underline"
            >
              {t('all')}
            </a>
          </p>
        )}
      </div>
    </SiteFrame>
  );
}
