import { and, gt, inArray, isNull, or } from 'drizzle-orm';
import type { Runner } from './client.ts';
import { bans } from './tables.ts';

/** Whether any of these keys (a writer's id, an address index, a network index) is banned now. */
export async function findBan(runner: Runner, keys: string[], now: Date) {
  const known = keys.filter(Boolean);
  if (known.length === 0) return undefined;
  const [ban] = await runner
    .select()
    .from(bans)
    .where(and(inArray(bans.key, known), or(isNull(bans.until), gt(bans.until, now))))
    .limit(1);
  return ban;
}
