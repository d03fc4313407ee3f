import { refreshAppreciations } from '#db/appreciations.ts';
import { forgetNetworks } from '#db/contacts.ts';

const EVERY_MS = 60_000;

/** Work that comes with time. What readers see never waits for it: visibility is a rule of the queries. */
export function startTicker() {
  const tick = () => {
    const fail = (error: unknown) => console.error('Scheduled work failed:', error);
    forgetNetworks(new Date()).catch(fail);
    refreshAppreciations().catch(fail);
  };
  tick();
  setInterval(tick, EVERY_MS).unref();
}
