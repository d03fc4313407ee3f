const GAP = 4;

/**
 * Places an open popover beside its button: below it if there is room, else above it, else where all of it is
 * visible. In a window that is too low it scrolls inside. It covers everything that is fixed at an edge of
 * the page.
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
  // Distances from the window's physical edges: the menu's direction does not apply to them.
  menu.style.left = `${Math.max(GAP, Math.min(start, width - GAP - wide))}px`;
}
