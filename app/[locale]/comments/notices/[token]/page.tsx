import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Headline } from '#components/ui/words.tsx';
import { getNotice } from '#db/comments/notices.ts';
import { articlePath } from '#lib/articles/path.ts';
import { localePath } from '#lib/locales.ts';
import { requestTime } from '#lib/page-request.ts';
import { readerLocale } from '#app/[locale]/reader-page.ts';
import { SiteFrame } from '#app/[locale]/site-frame.tsx';

type Props = { params: Promise<{ locale: string; token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await readerLocale(params);
  const t = await getTranslations({ locale, namespace: 'notices' });
  return { title: t('title'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

/**
 * The target of the links in our mails. Mail programs open links automatically, so nothing changes before a
 * button is pressed.
 */
export default async function NoticesPage({ params }: Props) {
  const locale = await readerLocale(params);
  const { token } = await params;
  const [notice, t, status] = await Promise.all([
    getNotice(token, requestTime()),
    getTranslations({ locale, namespace: 'notices' }),
    getTranslations({ locale, namespace: 'comments.status' }),
  ]);
  const button = 'min-h-12 rounded-paper px-8 text-ui font-medium';
  return (
    <SiteFrame locale={locale} back={localePath(locale, `/comments/notices/${token}`)}>
      <div className="mx-auto max-w-[660px] py-8 lg:py-16">
        <h1 className="text-headline lg:text-headline-wide">{t('title')}</h1>
        {!notice && (
          <>
            <p className="mt-4 font-serif text-standfirst">{t('none')}</p>
            <p className="mt-3 text-ui text-ink-soft">{t('noneHelp')}</p>
          </>
        )}
        {notice && (
          <>
            <p className="mt-4 font-serif text-standfirst">
              {t.rich(notice.confirmedAt ? 'confirmed' : 'waiting', {
                headline: notice.isPublic ? notice.headline : status('articleAway'),
                a: (chunks) =>
                  notice.isPublic ? (
                    <a
                      href={`${articlePath(notice)}?at=${notice.commentId}#comment-${notice.commentId}`}
                      className="text-sea underline"
                    >
                      <Headline of={notice.headline} locale={notice.locale} />
                    </a>
                  ) : (
                    <bdi>{chunks}</bdi>
                  ),
              })}
            </p>
            <form
              method="post"
              action={localePath(locale, `/comments/notices/${token}/choice`)}
              className="mt-8 flex flex-wrap gap-4"
            >
              {!notice.confirmedAt && (
                <button
                  name="choice"
                  value="confirm"
                  className={`${button} bg-sea text-on-sea hover:bg-ink hover:text-paper`}
                >
                  {t('confirm')}
                </button>
              )}
              <button name="choice" value="end" className={`${button} border border-field hover:border-ink`}>
                {t('end')}
              </button>
            </form>
            <p className="mt-4 text-meta text-ink-soft">{t('endHelp')}</p>
          </>
        )}
      </div>
    </SiteFrame>
  );
}
