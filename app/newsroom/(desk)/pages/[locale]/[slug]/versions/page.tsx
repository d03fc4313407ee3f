import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { BackLink } from '#components/newsroom/frame/back-link.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { DeskHead } from '#components/newsroom/frame/desk-head.tsx';
import { Empty } from '#components/newsroom/ui/empty.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { Time } from '#components/ui/time.tsx';
import { getPageRevision, listPageRevisions } from '#db/paper/page-revisions.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { renderBody } from '#lib/body/render.ts';
import { getBodyContext } from '#app/[locale]/body-context.ts';
import { single, type Query } from '#app/_request/query.ts';
import { openPage, type PageParams } from '#app/newsroom/(desk)/pages/_page.ts';
import { restorePageAction } from '#app/newsroom/(desk)/pages/actions.ts';
import { dirOf } from '#lib/locales.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.pages'))('versions.title') };
}

/** The earlier versions of a page. Each can be read and restored. */
export default async function PageVersions({
  params,
  searchParams,
}: {
  params: PageParams;
  searchParams: Query;
}) {
  const { desk, path } = await openPage(params, '/versions');
  const [t, dates, versions, query] = await Promise.all([
    getTranslations('newsroom.pages'),
    getLocale().then(getDateSettings),
    listPageRevisions(desk),
    searchParams,
  ]);
  const asked = Number(single(query.show));
  const shown =
    Number.isSafeInteger(asked) && asked > 0
      ? ((await getPageRevision(desk, asked)) ?? notFound())
      : undefined;
  const context = shown && (await getBodyContext([shown.body], desk.locale, new Date()));
  const restore = (number: number) => (
    <SafeForm action={restorePageAction}>
      {Object.entries({ locale: desk.locale, slug: desk.slug, number }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className={buttonStyle.plain}>
        {t('versions.restore')}
        <span className="sr-only"> {formatNumber(number, dates)}</span>
      </button>
    </SafeForm>
  );
  return (
    <div className="space-y-6">
      <BackLink href={path} text={desk.title} />
      <DeskHead title={t('versions.title')} lead={t('versions.lead')} />
      {query.fault === 'gone' && (
        <Notice tone="fault">
          <p>{t('versions.gone')}</p>
        </Notice>
      )}
      {versions.length === 0 && <Empty title={t('versions.empty')} hint={t('versions.emptyHint')} />}
      {shown && context && (
        <Block
          title={t('versions.number', { n: formatNumber(shown.number, dates) })}
          aside={restore(shown.number)}
        >
          <div lang={desk.locale} dir={dirOf(desk.locale)} className="max-w-[660px]">
            <p className="mb-4 text-h2">{shown.title}</p>
            <div className="article-body">{renderBody(shown.body, context)}</div>
          </div>
        </Block>
      )}
      <ul className="divide-y divide-hairline border-y border-hairline empty:hidden">
        {versions.map(({ id, number, act, title, createdAt, by }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2 py-3">
            <div className="min-w-0">
              <p className="font-medium">
                {t('versions.number', { n: formatNumber(number, dates) })} · {t(`versions.acts.${act}`)}
              </p>
              <p className="text-caption text-ink-soft">
                <Time at={createdAt} dates={dates} />
                {by && (
                  <>
                    {' '}
                    · <bdi>{by}</bdi>
                  </>
                )}{' '}
                · <bdi className="wrap-anywhere">{title}</bdi>
              </p>
            </div>
            <div className="flex items-center gap-4">
              <a href={`${path}/versions?show=${number}`} className={buttonStyle.text}>
                {t('versions.show')}
                <span className="sr-only"> {formatNumber(number, dates)}</span>
              </a>
              {restore(number)}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
