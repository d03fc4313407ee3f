import { MOST_COUNTED } from '#db/moderation/queue.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';

/** Queues are counted up to a limit; a larger count is shown as «10.000+». */
export const showCount = (count: number, dates: DateSettings): string =>
  count > MOST_COUNTED ? `${formatNumber(MOST_COUNTED, dates)}+` : formatNumber(count, dates);
