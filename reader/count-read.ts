/** A reload, a return by the browser's history, or the comments of this article in another order. */
function isAgain(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return (
    entry?.type !== 'navigate' || document.referrer.split(/[?#]/)[0] === location.origin + location.pathname
  );
}

/**
 * Counts the reading of an article once the page is visible: a page that was opened in the background may
 * never be read. Sends no cookie, and keeps nothing in the browser.
 */
export function countRead() {
  const number = document.querySelector<HTMLElement>('[data-read]')?.dataset.read;
  if (!number || isAgain()) return;
  function count() {
    if (document.hidden) return;
    document.removeEventListener('visibilitychange', count);
    fetch(`/r/${number}`, { credentials: 'omit', keepalive: true }).catch(() => undefined);
  }
  document.addEventListener('visibilitychange', count);
  count();
}
