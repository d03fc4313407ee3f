import { useTranslations } from 'next-intl';
import type { DateSettings } from '#lib/arabic/dates.ts';

const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

type Props = {
  dates: DateSettings;
  stream: string;
  url: string;
  /** The path of the article page. The script loads it when the reader missed too many entries. */
  page: string;
  last: number;
  /** The link to the newest entries, if they are on another page. */
  href?: string;
};

/**
 * With JavaScript: applies corrections while the page is open and offers new entries in a button. The text
 * that the reader sees does not move until they press it.
 */
export function LiveUpdates({ dates, stream, url, page, last, href }: Props) {
  const t = useTranslations('live');
  const words = Object.fromEntries(FORMS.map((form) => [`data-${form}`, t(`fresh.${form}`)]));
  return (
    <live-updates
      data-stream={stream}
      data-url={url}
      data-page={page}
      data-last={last}
      data-numbers={`${dates.locale}-u-nu-${dates.digits}`}
      data-ended={t('endedNow')}
      data-latest={t('latest')}
      {...(href && { 'data-href': href })}
      {...words}
      class="no-print"
      role="status"
    />
  );
}
