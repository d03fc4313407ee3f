import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { DeskHead } from '#components/newsroom/frame/desk-head.tsx';
import { Empty } from '#components/newsroom/ui/empty.tsx';
import { MediaCard } from '#components/newsroom/library/media-card.tsx';
import { LibraryUpload } from '#components/newsroom/library/library-upload.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { countUsages } from '#db/media/usages.ts';
import { countMedia, searchMedia } from '#db/media/search-media.ts';
import type { MediaType } from '#db/tables/library.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { firstCharacters, mostUnits } from '#lib/arabic/count-characters.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { getUploadWords } from '../../_media-words.ts';
import { pageOrFirst, withQuery } from '../../_query.ts';
import { single, type Query } from '#app/_request/query.ts';
import { requireStaff } from '../../_session.ts';
import { faultIn } from './_faults.ts';

const PATH = '/newsroom/media';
const PER_PAGE = 24;
const TYPES = ['all', 'image', 'document'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.media'))('title') };
}

/** What was done with files, or why it failed. */
function Outcome({ query, dates }: { query: Awaited<Query>; dates: DateSettings }) {
  const t = useTranslations('newsroom.media');
  const fault = faultIn(query.fault);
  const about = single(query.about);
  const added = pageOrFirst(query.added);
  return (
    <>
      {query.added !== undefined && (
        <Notice tone="done">
          <p>{t('added', { count: added, n: formatNumber(added, dates) })}</p>
        </Notice>
      )}
      {query.done === 'deleted' && (
        <Notice tone="done">
          <p>{t('done.deleted')}</p>
        </Notice>
      )}
      {fault && (
        <Notice tone="fault">
          <p>
            {about
              ? t.rich('faultOf', {
                  name: () => <bdi className="font-bold">{about}</bdi>,
                  fault: t(`faults.${fault}`),
                })
              : t(`faults.${fault}`)}
          </p>
        </Notice>
      )}
    </>
  );
}

/** Narrows the library by words and by type. */
function Filters({ text, type }: { text: string; type: MediaType | undefined }) {
  const t = useTranslations('newsroom.media');
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <form action={PATH} role="search" className="flex grow gap-2 sm:max-w-md">
        {type && <input type="hidden" name="type" value={type} />}
        <input
          name="q"
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          defaultValue={text}
          maxLength={mostUnits(200)}
          dir="auto"
          autoComplete="off"
          className="min-h-11 w-full min-w-0 rounded-paper border border-field bg-paper px-3 placeholder:text-ink-soft placeholder-shown:text-start"
        />
        <button className={buttonStyle.plain}>{t('find')}</button>
      </form>
      <nav aria-label={t('filter')} className="flex flex-wrap gap-x-4">
        {TYPES.map((each) => (
          <a
            key={each}
            href={withQuery(PATH, { q: text, type: each === 'all' ? undefined : each })}
            {...(each === (type ?? 'all') && { 'aria-current': 'true' as const })}
            className="inline-flex min-h-11 items-center text-sea hover:underline aria-[current]:font-bold aria-[current]:text-ink"
          >
            {t(`types.${each}`)}
          </a>
        ))}
      </nav>
    </div>
  );
}

export default async function MediaPage({ searchParams }: { searchParams: Query }) {
  await requireStaff('write', PATH);
  const query = await searchParams;
  const text = firstCharacters(single(query.q), 200);
  const type = query.type === 'image' || query.type === 'document' ? query.type : undefined;
  const page = pageOrFirst(query.page);
  const [rows, total, dates, t, words] = await Promise.all([
    searchMedia({ text, type }, { page, limit: PER_PAGE }),
    countMedia({ text, type }),
    getDateSettings(await getLocale()),
    getTranslations('newsroom.media'),
    getUploadWords(),
  ]);
  const usages = await countUsages(rows.map(({ id }) => id));
  const fault = faultIn(query.fault);
  const count = (n: number) => ({ count: n, n: formatNumber(n, dates) });
  return (
    <div className="space-y-6">
      <DeskHead title={t('title')} lead={t('lead')} />
      <Outcome query={query} dates={dates} />
      <Block title={t('upload.title')}>
        <LibraryUpload words={words} fault={fault && t(`faults.${fault}`)} />
      </Block>
      <Filters text={text} type={type} />
      <section aria-labelledby="library-count" className="space-y-4">
        <h2 id="library-count" className={total > 0 ? 'font-normal text-ink-soft' : 'sr-only'}>
          {t('count', count(total))}
        </h2>
        {rows.length === 0 &&
          (text || type ? (
            <>
              <Empty title={t('nothing')} hint={t('nothingHint')} />
              <p className="text-center">
                <a href={PATH} className={buttonStyle.text}>
                  {t('all')}
                </a>
              </p>
            </>
          ) : (
            <Empty title={t('empty')} hint={t('emptyHint')} />
          ))}
        <ul className="grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-3 lg:grid-cols-4">
          {rows.map((media) => (
            <li key={media.id}>
              <MediaCard
                media={media}
                href={`${PATH}/${media.id}`}
                words={{
                  noAlt: t('noAlt'),
                  noCredit: t('noCredit'),
                  used: t('used', count(usages.get(media.id) ?? 0)),
                }}
              />
            </li>
          ))}
        </ul>
        <Pagination
          dates={dates}
          page={page}
          pages={Math.ceil(total / PER_PAGE)}
          hrefFor={(n) => withQuery(PATH, { q: text, type, page: n })}
        />
      </section>
    </div>
  );
}
