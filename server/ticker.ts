import { keepOnlyWhatIsNeeded } from '#db/retention.ts';

const EVERY_HOUR = 3_600_000;

/** Work that comes with time. What readers see never waits for it: visibility is a rule of the queries. */
export function startTicker() {
  const clear = () => {
    keepOnlyWhatIsNeeded(new Date()).catch((error: unknown) => console.error('Scheduled work failed:', error));
  };
  clear();
  setInterval(clear, EVERY_HOUR).unref();
}
