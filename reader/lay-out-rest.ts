/*
 * Lays out what was left out of the first layout (`.laid-out-late`) after the page has loaded. It takes one
 * part a frame, so that it delays no reader. Programs that read or capture the whole page, and browsers that
 * cannot search text without layout, then get all of it.
 */
const PAUSE_MS = 50;

function layOutNext() {
  const part = document.querySelector('.laid-out-late');
  if (!part) return;
  part.classList.remove('laid-out-late');
  requestAnimationFrame(() => setTimeout(layOutNext, PAUSE_MS));
}

if (document.readyState === 'complete') layOutNext();
else addEventListener('load', layOutNext);
