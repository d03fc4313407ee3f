import { addHits, redirectKey, type AddressHit } from '#db/paper/redirects.ts';
import { isPrivateAddress } from './signed-addresses.ts';
import { logFault } from '#lib/log.ts';

const EVERY_MS = 20_000;
/**
 * The most addresses held between two writes. The thousands of addresses of a scan are of no use to a
 * newsroom.
 */
const MOST = 500;

/**
 * Counts missing and redirected addresses in memory and writes the sums at intervals. A flood of them costs
 * one transaction.
 */
export function createAddressCounter(write = addHits) {
  let counted = new Map<string, AddressHit>();
  let timer: NodeJS.Timeout | undefined;

  async function flush() {
    clearTimeout(timer);
    timer = undefined;
    const sums = [...counted.values()];
    counted = new Map();
    await write(sums, new Date());
  }

  function count(path: string, kind: AddressHit['kind']) {
    if (isPrivateAddress(path)) return;
    const key = redirectKey(path);
    const known = counted.get(key);
    if (known) known.hits += 1;
    else if (counted.size < MOST) counted.set(key, { path: key, kind, hits: 1 });
    timer ??= setTimeout(
      () => void flush().catch((error: unknown) => logFault('Counting addresses failed', error)),
      EVERY_MS,
    ).unref();
  }

  return { count, flush };
}
