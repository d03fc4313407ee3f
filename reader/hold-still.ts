/** Heights of the window at which a reader may be reading, the likeliest first. */
const SIGHTS = [0.5, 0.35, 0.65, 0.8];

type Sight = { id: string; element: Element; parent: Element | null; top: number };

/** What is in sight, and does not hold the part that changes: its own edge would stay where it is whatever happened inside. */
function look(): Sight[] {
  return SIGHTS.flatMap((height) => {
    const hit = document.elementFromPoint(innerWidth / 2, innerHeight * height);
    const element = hit?.closest('.live-entry') ?? hit;
    if (!element || element.querySelector('.live-entry') || element.closest('live-updates')) return [];
    return [{ id: element.id, element, parent: element.parentElement, top: element.getBoundingClientRect().top }];
  });
}

/** Changes the page and scrolls it by as much as what is in sight has moved. */
export function holdStill(change: () => void) {
  const { style } = document.documentElement;
  const sights = look();
  // Browsers do the like, but not all, and not for an element that was replaced.
  style.overflowAnchor = 'none';
  change();
  for (const { id, element, parent, top } of sights) {
    const now = element.isConnected ? element : document.getElementById(id);
    if (!now || now.parentElement !== parent) continue;
    scrollBy({ top: now.getBoundingClientRect().top - top, behavior: 'instant' });
    break;
  }
  requestAnimationFrame(() => (style.overflowAnchor = ''));
}

const stops = (element: Element) => [element, ...element.querySelectorAll('a, button, iframe')] as HTMLElement[];

/** Whoever stood in the old with the keyboard stands in the same place of the new. */
export function replaceKeepingFocus(old: HTMLElement | null, fresh: HTMLElement, replace: () => void) {
  const place = old ? stops(old).indexOf(document.activeElement as HTMLElement) : -1;
  replace();
  if (place >= 0) (stops(fresh)[place] ?? fresh).focus({ preventScroll: true });
}
