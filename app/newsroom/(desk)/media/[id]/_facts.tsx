import { getTranslations } from 'next-intl/server';
import { Block } from '#components/newsroom/ui/block.tsx';
import { Time } from '#components/ui/time.tsx';
import type { Media } from '#db/tables/tables.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { plainVariant } from '#lib/media/variants.ts';
import { showBytes } from '#lib/media/show-bytes.ts';

type Props = { media: Media; byName: string | null; dates: DateSettings };

/** The facts about a file that nobody has to enter. */
export async function MediaFacts({ media, byName, dates }: Props) {
  const t = await getTranslations('newsroom.media');
  const isPicture = media.type === 'image';
  const n = (value: number) => formatNumber(value, dates);
  const facts = [
    [
      t('item.type'),
      <bdi key="type" dir="ltr">
        {media.mime.replace(/^.*\/|\+xml$/g, '').toUpperCase()}
      </bdi>,
    ],
    ...(isPicture
      ? [
          [
            t('item.dimensions'),
            <bdi key="size">{t('pixels', { width: n(media.width), height: n(media.height) })}</bdi>,
          ] as const,
        ]
      : []),
    [t('item.size'), showBytes(media.bytes, dates, t)],
    [t('item.by'), <bdi key="by">{byName ?? t('item.nobody')}</bdi>],
    [
      t('item.id'),
      <bdi key="id" dir="ltr" className="wrap-anywhere select-all">
        {media.id}
      </bdi>,
    ],
    [t('item.at'), <Time key="at" at={media.createdAt} dates={dates} />],
  ] as const;
  return (
    <Block title={t('item.facts')}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-soft">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {isPicture && (
        <p className="mt-2">
          <a
            href={plainVariant(media, 1600)}
            className="inline-flex min-h-11 items-center text-sea underline hover:text-ink"
          >
            {t('item.largest')}
          </a>
        </p>
      )}
    </Block>
  );
}
