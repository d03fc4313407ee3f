import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { CopyField } from '#components/newsroom/ui/copy-field.tsx';
import type { FieldProps } from '#components/newsroom/ui/field.tsx';
import { MediaFocus } from '#components/newsroom/library/media-focus.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { isId } from '#db/engine/ids.ts';
import { listUsages } from '#db/media/usages.ts';
import { getMediaWithMaker, mayChangeMedia } from '#db/media/media.ts';
import type { Media } from '#db/tables/tables.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { env } from '#lib/env.ts';
import { documentHref } from '#lib/media/document-name.ts';
import { single, type Query } from '#app/_request/query.ts';
import { requireStaff } from '#app/newsroom/_session.ts';
import { faultIn } from '../_faults.ts';
import { removeMedia, saveFocus, saveMedia } from '../actions.ts';
import { MediaFacts } from './_facts.tsx';
import { ReplaceOrDelete } from './_replace-delete.tsx';
import { UsageList } from './_usages.tsx';

const DONE = ['added', 'known', 'moving', 'replaced', 'focused'] as const;

type Params = Promise<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.media'))('title') };
}

/** The fields about a picture or a document. */
async function getFields(media: Media): Promise<FieldProps[]> {
  const t = await getTranslations('newsroom.media');
  const isPicture = media.type === 'image';
  const field = (
    name: 'caption' | 'credit' | 'license' | 'fileName',
    rest: Partial<FieldProps> = {},
  ): FieldProps => ({
    name,
    label: t(`item.${name}`),
    initial: media[name],
    isProse: true,
    autoComplete: 'off',
    ...rest,
  });
  return [
    ...(isPicture
      ? [
          {
            name: 'alt',
            label: t('item.alt'),
            hint: t('item.altHint'),
            initial: media.alt,
            rows: 3,
            autoComplete: 'off',
          },
        ]
      : []),
    field(
      'caption',
      isPicture
        ? { rows: 3, hint: t('item.captionHint') }
        : { label: t('item.title'), hint: t('item.titleHint') },
    ),
    field('credit', { hint: t('item.creditHint') }),
    field('license'),
    {
      name: 'sourceUrl',
      label: t('item.sourceUrl'),
      initial: media.sourceUrl,
      type: 'url',
      autoComplete: 'off',
    },
    field('fileName'),
  ];
}

type FocusProps = { media: Media; isFaulty: boolean; mayChange: boolean };

function FocusBlock({ media, isFaulty, mayChange }: FocusProps) {
  const t = useTranslations('newsroom.media');
  return (
    <Block title={t('focus.title')} lead={t('focus.lead')}>
      <MediaFocus
        key={`${media.hash} ${media.focalX} ${media.focalY}`}
        media={{
          id: media.id,
          hash: media.hash,
          width: media.width,
          height: media.height,
          alt: media.alt,
          focalX: media.focalX,
          focalY: media.focalY,
        }}
        words={{
          control: t('focus.control'),
          hint: t('focus.hint'),
          x: t('focus.x'),
          y: t('focus.y'),
          save: t('focus.save'),
          middle: t('focus.middle'),
          previews: t('focus.previews'),
          crops: {
            '16x9': t('focus.crops.16x9'),
            '4x3': t('focus.crops.4x3'),
            '1x1': t('focus.crops.1x1'),
          },
        }}
        fault={isFaulty ? t('faults.focus') : undefined}
        {...(mayChange && { save: saveFocus })}
      />
    </Block>
  );
}

function DocumentBlock({ media }: { media: Media }) {
  const t = useTranslations('newsroom.media');
  const documentPath = documentHref(media.hash, media.caption || media.fileName);
  return (
    <Block title={t('document')}>
      <p className="flex items-center gap-4">
        <Icon name="document" className="size-12 text-ink-soft" />
        <a href={documentPath} className={buttonStyle.plain}>
          {t('item.open')}
        </a>
      </p>
      <div className="mt-4">
        <CopyField
          label={t('item.link')}
          value={new URL(documentPath, env.siteUrl).href}
          words={{ copy: t('item.copy'), copied: t('item.copied') }}
        />
      </div>
    </Block>
  );
}

export default async function MediaItemPage({
  params,
  searchParams,
}: {
  params: Params;
  searchParams: Query;
}) {
  const { id } = await params;
  const path = `/newsroom/media/${id}`;
  const { person } = await requireStaff('write', path);
  const found = isId(id) ? await getMediaWithMaker(id) : undefined;
  if (!found) notFound();
  const { media, byName } = found;
  const query = await searchParams;
  const [usages, mayChange, dates, t] = await Promise.all([
    listUsages(id),
    mayChangeMedia(media, person),
    getDateSettings(await getLocale()),
    getTranslations('newsroom.media'),
  ]);
  const done = DONE.find((each) => each === query.done);
  const fault = query.fault === 'used' ? ('used' as const) : faultIn(query.fault);
  const isPicture = media.type === 'image';
  return (
    <div className="space-y-6">
      <header>
        <a href="/newsroom/media" className={buttonStyle.text}>
          {t('item.back')}
        </a>
        <h1 className="text-h2 wrap-anywhere">
          <bdi>{media.fileName || t('title')}</bdi>
        </h1>
      </header>
      {done && (
        <Notice tone="done">
          <p>{t(`done.${done}`)}</p>
        </Notice>
      )}
      {fault && (
        <Notice tone="fault">
          <p>{t(`faults.${fault}`)}</p>
        </Notice>
      )}
      {!mayChange && (
        <Notice tone="waiting">
          <p>{t('item.readOnly')}</p>
        </Notice>
      )}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr] lg:items-start">
        {isPicture ? (
          <FocusBlock media={media} isFaulty={single(query.fault) === 'focus'} mayChange={mayChange} />
        ) : (
          <DocumentBlock media={media} />
        )}
        {mayChange && (
          <div className="space-y-6 lg:row-span-2">
            <Block title={t('item.fields')}>
              <ActionForm
                key={media.hash}
                action={saveMedia}
                fields={await getFields(media)}
                submit={t('item.save')}
                hidden={{ id }}
              />
            </Block>
            <ReplaceOrDelete
              media={media}
              isUsed={usages.length > 0}
              isAsked={query.ask === 'delete'}
              remove={removeMedia}
            />
          </div>
        )}
        <div className="space-y-6">
          <UsageList usages={usages} dates={dates} />
          <MediaFacts media={media} byName={byName} dates={dates} />
        </div>
      </div>
    </div>
  );
}
