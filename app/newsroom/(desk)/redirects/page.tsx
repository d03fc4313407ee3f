import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { DeskHead } from '#components/newsroom/frame/desk-head.tsx';
import { Empty } from '#components/newsroom/ui/empty.tsx';
import { Field } from '#components/newsroom/ui/field.tsx';
import { ltr } from '#components/newsroom/ui/ltr.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { Pager } from '#components/newsroom/ui/pager.tsx';
import { RemoveForm } from '#components/newsroom/ui/remove-form.tsx';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { Time } from '#components/ui/time.tsx';
import { listMissing, listRedirects } from '#db/paper/redirects-desk.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { pageOrFirst, withQuery } from '../../_query.ts';
import { single, type Query } from '#app/_request/query.ts';
import { requireStaff } from '../../_session.ts';
import { forgetMissingAction, removeRedirectAction, saveRedirect } from './actions.ts';
import { dirOf } from '#lib/locales.ts';

const PATH = '/newsroom/redirects';
const PER_PAGE = 50;
const MISSING = 30;
const DONE = ['added', 'removed', 'forgotten'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.redirects'))('title') };
}

type MissingProps = { rows: Awaited<ReturnType<typeof listMissing>>; dates: DateSettings };

/** Addresses without a page that were requested, with a link to redirect each. */
function MissingList({ rows, dates }: MissingProps) {
  const t = useTranslations('newsroom.redirects');
  return (
    <ul className="border-t border-hairline">
      {rows.map((row) => (
        <li
          key={row.path}
          className="flex flex-wrap items-center justify-between gap-x-6 border-b border-hairline py-1"
        >
          <div className="min-w-0">
            <p className="wrap-anywhere">
              <bdi dir="ltr">{row.path}</bdi>
            </p>
            <p className="text-caption text-ink-soft">
              {t('asked', { count: row.hits, n: formatNumber(row.hits, dates) })} ·{' '}
              <Time at={row.lastAt} dates={dates} />
            </p>
          </div>
          <div className="flex gap-4">
            <a
              href={withQuery(PATH, { from: row.path })}
              className={buttonStyle.text}
              aria-label={t('leadOnLabel', { path: row.path })}
            >
              {t('leadOn')}
            </a>
            <SafeForm action={forgetMissingAction}>
              <input type="hidden" name="path" value={row.path} />
              <button className={buttonStyle.text} aria-label={t('forgetLabel', { path: row.path })}>
                {t('forget')}
              </button>
            </SafeForm>
          </div>
        </li>
      ))}
    </ul>
  );
}

type ListProps = { rows: Awaited<ReturnType<typeof listRedirects>>['items']; dates: DateSettings };

function RedirectList({ rows, dates }: ListProps) {
  const t = useTranslations('newsroom.redirects');
  return (
    <ul className="border-t border-hairline">
      {rows.map((row) => (
        <li
          key={row.id}
          className="flex flex-wrap items-center justify-between gap-x-6 border-b border-hairline py-1"
        >
          <div className="min-w-0">
            <p className="wrap-anywhere">
              <bdi dir="ltr">{row.fromPath}</bdi>{' '}
              <span aria-hidden="true" className="text-ink-soft">
                {dirOf(dates.locale) === 'rtl' ? '←' : '→'}
              </span>
              <span className="sr-only">{t('toPath')}</span>{' '}
              {row.toPath ? (
                <bdi dir="ltr">{row.toPath}</bdi>
              ) : (
                <span className="text-madder">{t('gone')}</span>
              )}
            </p>
            <p className="text-caption text-ink-soft">
              {t(row.isAutomatic ? 'automatic' : 'byHand')} ·{' '}
              <Time at={row.createdAt} dates={dates} show="date" /> ·{' '}
              {t('asked', { count: row.hits ?? 0, n: formatNumber(row.hits ?? 0, dates) })}
            </p>
          </div>
          <RemoveForm
            isAddress
            action={removeRedirectAction}
            hidden={{ id: row.id }}
            label={t('remove')}
            name={row.fromPath}
          />
        </li>
      ))}
    </ul>
  );
}

export default async function RedirectsPage({ searchParams }: { searchParams: Query }) {
  await requireStaff('settings', PATH);
  const query = await searchParams;
  const [q, page] = [single(query.q), pageOrFirst(query.page)];
  const [{ items, total }, missing, t, locale] = await Promise.all([
    listRedirects({ q, page, perPage: PER_PAGE }),
    listMissing(MISSING),
    getTranslations('newsroom.redirects'),
    getLocale(),
  ]);
  const dates = await getDateSettings(locale);
  const n = (count: number) => formatNumber(count, dates);
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  const done = DONE.find((each) => each === query.done);
  return (
    <div className="space-y-6">
      <DeskHead title={t('title')} lead={t('lead')} />
      {done && (
        <Notice tone="done">
          <p>{t(`done.${done}`)}</p>
        </Notice>
      )}
      <Block title={t('addTitle')}>
        <div className="max-w-xl">
          <ActionForm
            key={single(query.from)}
            action={saveRedirect}
            fields={[
              {
                name: 'fromPath',
                label: t('fromPath'),
                isRequired: true,
                hint: t.rich('fromHint', { code: ltr }),
                autoComplete: 'off',
                initial: single(query.from),
              },
              { name: 'toPath', label: t('toPath'), hint: t('toHint'), autoComplete: 'off' },
            ]}
            submit={t('add')}
          />
        </div>
      </Block>
      <Block title={t('missingTitle')} lead={t('missingLead')}>
        {missing.length === 0 ? (
          <Empty isSmall title={t('missingNone')} />
        ) : (
          <MissingList rows={missing} dates={dates} />
        )}
      </Block>
      <Block title={t('listTitle')}>
        <form
          action={PATH}
          method="get"
          role="search"
          className="mb-4 grid grid-cols-[1fr_auto] items-end gap-2"
        >
          <Field name="q" label={t('search')} autoComplete="off" value={q} />
          <button className={buttonStyle.plain}>{t('find')}</button>
        </form>
        {items.length === 0 ? (
          <Empty isSmall title={t(q ? 'nothingFound' : 'empty')} />
        ) : (
          <RedirectList rows={items} dates={dates} />
        )}
        <Pager
          label={t('pages')}
          page={page}
          pages={pages}
          hrefFor={(to) => withQuery(PATH, { q, page: to > 1 ? to : undefined })}
          words={{
            previous: t('previous'),
            next: t('next'),
            where: t('where', { page: n(page), pages: n(pages) }),
          }}
        />
      </Block>
    </div>
  );
}
