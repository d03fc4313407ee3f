import {
  formatDate,
  formatDateTime,
  formatFullDate,
  formatTime,
  isoDate,
  type DateSettings,
} from '#lib/arabic/dates.ts';

type Props = { at: Date; dates: DateSettings; show?: keyof typeof formats; className?: string };

/** Allows a line break after the dot between two dates, but not within a date. */
const unbroken = (text: string) => text.replace(/(?<!·) /g, '\u00a0');

const formats = {
  date: formatDate,
  dateTime: formatDateTime,
  fullDate: formatFullDate,
  fullDateTime: (at: Date, dates: DateSettings) =>
    unbroken(`${formatFullDate(at, dates)} · ${formatTime(at, dates)}`),
};

export function Time({ at, dates, show = 'dateTime', className }: Props) {
  return (
    <time dateTime={isoDate(at)} {...(className && { className })}>
      {formats[show](at, dates)}
    </time>
  );
}
