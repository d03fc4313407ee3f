const GAP = 4;

/**
 * Puts an open popover beside the button that it belongs to: below it when there is room, else above it, else
 * where all of it is seen; a window that is too low for it scrolls inside. It stands over all that is fixed
 * at an edge of the page.
 */
export function placeMenu(menu: HTMLElement, button: HTMLElement) {
  const { innerHeight: height } = window;
  const { clientWidth: width } = document.documentElement;
  menu.style.maxBlockSize = `${height - 2 * GAP}px`;
  const [at, { offsetWidth: wide, offsetHeight: tall }] = [button.getBoundingClientRect(), menu];
  const isFit = (top: number) => top >= GAP && top + tall <= height - GAP;
  const top = [at.bottom + GAP, at.top - GAP - tall].find(isFit) ?? Math.max(GAP, height - GAP - tall);
  const start = getComputedStyle(menu).direction === 'rtl' ? at.right - wide : at.left;
  menu.style.insetBlockStart = `${top}px`;
  // Distances from the window's edges: the menu's own direction says nothing of these.
  menu.style.left = `${Math.max(GAP, Math.min(start, width - GAP - wide))}px`;
}
