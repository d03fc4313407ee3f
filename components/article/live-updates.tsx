import { useTranslations } from 'next-intl';
import type { DateSettings } from '#lib/arabic/dates.ts';

const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

type Props = { dates: DateSettings; stream: string; url: string; last: string; /** Where the newest entries stand, when that is another page. */ href?: string };

/** Tells those with scripts of entries that came while the page stood open, and puts them in when they ask for it; the text never moves by itself. */
export function LiveUpdates({ dates, stream, url, last, href }: Props) {
  const t = useTranslations('live');
  const words = Object.fromEntries(FORMS.map((form) => [`data-${form}`, t(`fresh.${form}`)]));
  return (
    <live-updates
      data-stream={stream}
      data-url={url}
      data-last={last}
      data-numbers={`${dates.locale}-u-nu-${dates.digits}`}
      data-ended={t('endedNow')}
      {...(href && { 'data-href': href })}
      {...words}
      class="no-print"
      role="status"
    />
  );
}
