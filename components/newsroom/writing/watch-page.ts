type Page = {
  /** The person is back, or the network is. */
  comeBack: () => void;
  /** The page is hidden, or it ends. */
  leave: (ends: boolean) => void;
  /** Whether text would be lost if the page ended now: then the browser asks first. */
  wouldLose: () => boolean;
};

/** Listens for the moments at which a page may be left or come back, until the signal aborts. */
export function watchPage(signal: AbortSignal, { comeBack, leave, wouldLose }: Page) {
  window.addEventListener('online', comeBack, { signal });
  window.addEventListener('focus', comeBack, { signal });
  document.addEventListener('visibilitychange', () => (document.hidden ? leave(false) : comeBack()), {
    signal,
  });
  window.addEventListener('pagehide', () => leave(true), { signal });
  window.addEventListener('beforeunload', (event) => wouldLose() && event.preventDefault(), { signal });
}
