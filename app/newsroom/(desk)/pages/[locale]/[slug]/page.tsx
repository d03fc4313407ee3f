import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { BackLink } from '#components/newsroom/frame/back-link.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { CopyField } from '#components/newsroom/ui/copy-field.tsx';
import { DeskHead } from '#components/newsroom/frame/desk-head.tsx';
import { DraftAutosave, type AutosaveWords } from '#components/newsroom/writing/draft-autosave.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { RemoveForm } from '#components/newsroom/ui/remove-form.tsx';
import { Time } from '#components/ui/time.tsx';
import { getPagePreviewLink } from '#db/paper/page-preview.ts';
import { OWN_PAGES } from '#db/paper/pages.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { env } from '#lib/env.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { localePath, type Locale } from '#lib/locales.ts';
import type { Query } from '#app/_request/query.ts';
import { pageFields } from '../../_fields.ts';
import { openPage, type PageParams } from '../../_page.ts';
import { endPagePreviews, removePageAction, writePageAction } from '../../actions.ts';

const DONE = ['published', 'kept', 'restored', 'previewsEnded'] as const;
const AUTOSAVE = [
  'saved',
  'waiting',
  'saving',
  'offline',
  'signedOut',
  'conflict',
  'invalid',
  'tooBig',
  'gone',
  'refused',
  'failed',
] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.pages'))('changeTitle') };
}

async function getAutosaveWords(): Promise<AutosaveWords> {
  const t = await getTranslations('newsroom.pages');
  return {
    ...(Object.fromEntries(AUTOSAVE.map((key) => [key, t(`autosave.${key}`)])) as Record<
      (typeof AUTOSAVE)[number],
      string
    >),
    savedAt: t('autosave.savedAt', { time: '{time}' }),
  };
}

type PreviewProps = {
  preview: ReturnType<typeof getPagePreviewLink>;
  locale: Locale;
  slug: string;
  dates: DateSettings;
};

/** The link that shows the working copy to people outside the newsroom. */
function PreviewBlock({ preview, locale, slug, dates }: PreviewProps) {
  const t = useTranslations('newsroom.pages');
  return (
    <Block title={t('preview')} lead={t('previewLead')}>
      <div className="max-w-3xl">
        <CopyField
          label={t('previewLink')}
          value={new URL(preview.path, env.siteUrl).href}
          words={{ copy: t('copy'), copied: t('copied') }}
        />
      </div>
      <p className="mt-2 text-caption text-ink-soft">
        {t('previewUntil')} <Time at={preview.expiresAt} dates={dates} />
      </p>
      <div className="mt-4">
        <ActionForm
          action={endPagePreviews}
          hidden={{ locale, slug }}
          fields={[]}
          submit={t('previewRevoke')}
          variant="plain"
        />
      </div>
    </Block>
  );
}

/**
 * Where a static page is written. The working copy is saved while it is typed, and published with a separate
 * button.
 */
export default async function StaticPageDesk({
  params,
  searchParams,
}: {
  params: PageParams;
  searchParams: Query;
}) {
  const { desk, staff, path } = await openPage(params);
  const { locale, slug } = desk;
  const [t, fields, query, dates] = await Promise.all([
    getTranslations('newsroom.pages'),
    pageFields(desk),
    searchParams,
    getLocale().then(getDateSettings),
  ]);
  const done = DONE.find((each) => each === query.done);
  const preview = getPagePreviewLink(desk, staff.person, new Date());
  const words = await getAutosaveWords();
  return (
    <div className="space-y-6">
      <BackLink href="/newsroom/pages" text={t('title')} />
      <DeskHead
        title={<bdi>{desk.title}</bdi>}
        lead={t(desk.isPublished ? (desk.isAhead ? 'states.ahead' : 'states.published') : 'states.draft')}
        aside={
          <div className="flex flex-wrap gap-x-5">
            {desk.isPublished && (
              <a href={localePath(locale, `/p/${slug}`)} className={buttonStyle.text}>
                {t('onSite')}
              </a>
            )}
            <a href={preview.path} target="_blank" rel="noopener" className={buttonStyle.text}>
              {t('preview')}
            </a>
            <a href={`${path}/versions`} className={buttonStyle.text}>
              {t('versions.title')}
            </a>
          </div>
        }
      />
      {done && (
        <Notice tone="done">
          <p>{t(`done.${done}`)}</p>
        </Notice>
      )}
      <Block title={t('changeTitle')}>
        <div className="max-w-3xl">
          <ActionForm
            keep={`page.${staff.person.id}.${locale}.${slug}`}
            key={done === 'restored' ? `restored ${desk.version}` : 'write'}
            action={writePageAction}
            fields={fields}
            hidden={{ locale, slug }}
            stamp={String(desk.version)}
            submit={t('publish')}
            acts={[
              { value: 'publish', label: t('publish') },
              { value: 'keep', label: t('keep') },
            ]}
          >
            <DraftAutosave path={`${path}/draft`} words={words} dates={dates} />
          </ActionForm>
        </div>
      </Block>
      <PreviewBlock {...{ preview, locale, slug, dates }} />
      {!OWN_PAGES.includes(slug) && (
        <RemoveForm
          action={removePageAction}
          hidden={{ locale, slug }}
          label={t('remove')}
          name={desk.title}
          variant="risky"
        />
      )}
    </div>
  );
}
