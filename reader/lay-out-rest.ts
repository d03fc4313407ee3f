/*
 * What was left out of the first layout (`.laid-out-late`) is laid out once the page stands, a part a frame,
 * so that no reader waits for it: programs that read or picture the whole page, and browsers that cannot find
 * words in what is not laid out, have all of it.
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
