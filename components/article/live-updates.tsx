import { useTranslations } from 'next-intl';
import type { DateSettings } from '#lib/arabic/dates.ts';

const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

type Props = {
  dates: DateSettings;
  stream: string;
  url: string;
  /** The article's own, for who missed too much. */
  page: string;
  last: number;
  /** Where the newest entries stand, when that is another page. */
  href?: string;
};

/**
 * Shows those with scripts what was corrected while the page stood open, and offers what is new; what they
 * read never moves by itself.
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
