import { getTranslations } from 'next-intl/server';
import { getBodyAssets } from '#db/articles/body-assets.ts';
import { formatPlainDay } from '#lib/arabic/dates.ts';
import type { BodyContext } from '#lib/body/context.ts';
import { EMBED_PROVIDERS, type Doc, type EmbedProvider } from '#lib/body/doc.ts';
import type { Locale } from '#lib/locales.ts';
import { showBytes } from '#lib/media/show-bytes.ts';
import { readDates } from './reader-page.ts';

/** The data that bodies of one edition show besides their own text. */
export async function getBodyContext(docs: Doc[], locale: Locale, now: Date): Promise<BodyContext> {
  const [assets, t, dates] = await Promise.all([
    getBodyAssets(docs, now),
    getTranslations({ locale, namespace: 'body' }),
    readDates(locale),
  ]);
  return {
    ...assets,
    locale,
    words: {
      readAlso: t('readAlso'),
      correction: t('correction'),
      table: t('table'),
      document: t('document'),
      formatBytes: (bytes) => showBytes(bytes, dates, (unit, values) => t(`size.${unit}`, values)),
      embeds: Object.fromEntries(
        EMBED_PROVIDERS.map((provider) => [provider, t(`embeds.${provider}`)]),
      ) as Record<EmbedProvider, string>,
      embedNote: t('embedNote'),
      formatDay: (day) => formatPlainDay(day, dates),
    },
  };
}
