import { getDates } from './_dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';

/** A wait in minutes, as arguments for the messages about it. */
export async function waitWords(seconds: number): Promise<{ count: number; n: string }> {
  const count = Math.max(1, Math.ceil(seconds / 60));
  return { count, n: formatNumber(count, await getDates()) };
}
