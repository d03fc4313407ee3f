/** Runs `end` once, at the first SIGTERM or SIGINT. */
export function onStop(end: () => unknown) {
  let isEnding = false;
  const once = () => {
    if (isEnding) return;
    isEnding = true;
    end();
  };
  process.on('SIGTERM', once);
  process.on('SIGINT', once);
}
