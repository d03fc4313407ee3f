import { MOST_COUNTED } from '#lib/most-counted.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';

/** A number, or «10.000+» if there are more. */
export const showMore = (count: number, isCut: boolean, dates: DateSettings): string =>
  `${formatNumber(count, dates)}${isCut ? '+' : ''}`;

/** Queues are counted up to a limit; a larger count is shown as «10.000+». */
export const showCount = (count: number, dates: DateSettings): string =>
  showMore(Math.min(count, MOST_COUNTED), count > MOST_COUNTED, dates);
