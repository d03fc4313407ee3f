import { getDates } from './_dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';

/** How long to wait, in minutes, as the messages about it take it. */
export async function waitWords(seconds: number): Promise<{ count: number; n: string }> {
  const count = Math.max(1, Math.ceil(seconds / 60));
  return { count, n: formatNumber(count, await getDates()) };
}
