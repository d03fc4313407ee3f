import { forgetNetworks } from '#db/contacts.ts';
import { forgetTokens } from '#db/used-tokens.ts';

const EVERY_MS = 60_000;

/** Work that comes with time. What readers see never waits for it: visibility is a rule of the queries. */
export function startTicker() {
  const tick = () => {
    const now = new Date();
    Promise.all([forgetNetworks(now), forgetTokens(now)]).catch((error: unknown) => console.error('Scheduled work failed:', error));
  };
  tick();
  setInterval(tick, EVERY_MS).unref();
}
