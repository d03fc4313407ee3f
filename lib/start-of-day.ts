/** Midnight before a moment, as the clocks of a time zone have it (on the day clocks are changed it may miss by that hour). */
export function startOfDay(now: Date, timeZone: string): Date {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(now);
  const [hours, minutes, seconds] = clock.split(':').map(Number) as [number, number, number];
  return new Date(now.getTime() - ((hours * 60 + minutes) * 60 + seconds) * 1000 - now.getMilliseconds());
}
