/** Heights in the window at which a reader probably reads, the most likely first. */
const SIGHTS = [0.5, 0.35, 0.65, 0.8];

type Sight = { id: string; element: Element; parent: Element | null; top: number };

/**
 * The visible elements at those heights that do not contain the part that changes: the top edge of such a
 * container stays in place whatever changes inside.
 */
function look(): Sight[] {
  return SIGHTS.flatMap((height) => {
    const hit = document.elementFromPoint(innerWidth / 2, innerHeight * height);
    const element = hit?.closest('.live-entry') ?? hit;
    if (!element || element.querySelector('.live-entry') || element.closest('live-updates')) return [];
    return [
      { id: element.id, element, parent: element.parentElement, top: element.getBoundingClientRect().top },
    ];
  });
}

/** Changes the page and scrolls it by the distance that the visible element has moved. */
export function holdStill(change: () => void) {
  const { style } = document.documentElement;
  const sights = look();
  // Browsers anchor the scroll too, but not all of them, and not for an element that was replaced.
  style.overflowAnchor = 'none';
  change();
  for (const { id, element, parent, top } of sights) {
    const now = element.isConnected ? element : document.getElementById(id);
    if (!now || now.parentElement !== parent) continue;
    const moved = now.getBoundingClientRect().top - top;
    // Even a scroll by zero would stop one that is in progress.
    if (moved !== 0) scrollBy({ top: moved, behavior: 'instant' });
    break;
  }
  requestAnimationFrame(() => (style.overflowAnchor = ''));
}

const stops = (element: Element) =>
  [element, ...element.querySelectorAll('a, button, iframe')] as HTMLElement[];

/**
 * Keeps the focus when an element is replaced: it moves to the element at the same position inside the new
 * one.
 */
export function replaceKeepingFocus(old: HTMLElement | null, replace: () => HTMLElement) {
  const focused = document.activeElement as HTMLElement;
  const place = old ? stops(old).indexOf(focused) : -1;
  const now = replace();
  if (place >= 0 && !focused.isConnected) (stops(now)[place] ?? now).focus({ preventScroll: true });
}

/**
 * Replaces an entry by its newer version. An open video continues: it would restart if it left the page, so
 * the nodes around it are replaced, from the inside out.
 */
export function putInPlace(old: HTMLElement, fresh: HTMLElement): HTMLElement {
  const opened = old.querySelector('iframe')?.closest<HTMLElement>('click-to-load');
  const twin =
    opened &&
    [...fresh.querySelectorAll<HTMLElement>('click-to-load')].find(
      ({ dataset }) => dataset.src === opened.dataset.src,
    );
  if (!opened || !twin) {
    old.replaceWith(fresh);
    return fresh;
  }
  for (
    let mine = opened, other = twin;
    mine !== old;
    [mine, other] = [mine.parentElement!, other.parentElement!]
  ) {
    const around = [...other.parentNode!.childNodes];
    const place = around.indexOf(other);
    while (mine.previousSibling) mine.previousSibling.remove();
    while (mine.nextSibling) mine.nextSibling.remove();
    mine.before(...around.slice(0, place));
    mine.after(...around.slice(place + 1));
  }
  for (const { name, value } of fresh.attributes) old.setAttribute(name, value);
  return old;
}
