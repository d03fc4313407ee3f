import { formatDate, formatDateTime, formatFullDate, formatTime, isoDate, type DateSettings } from '#lib/arabic/dates.ts';

type Props = { at: Date; dates: DateSettings; show?: keyof typeof formats; className?: string };

const formats = {
  date: formatDate,
  dateTime: formatDateTime,
  fullDate: formatFullDate,
  fullDateTime: (at: Date, dates: DateSettings) => `${formatFullDate(at, dates)} · ${formatTime(at, dates)}`,
};

export function Time({ at, dates, show = 'dateTime', className }: Props) {
  return (
    <time dateTime={isoDate(at)} {...(className && { className })}>
      {formats[show](at, dates)}
    </time>
  );
}
