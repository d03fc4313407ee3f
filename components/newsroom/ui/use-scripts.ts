import { useSyncExternalStore } from 'react';

let isOn = false;

/**
 * A mouse button, a finger or a key is down on something: what moves away from under it now is never pressed.
 */
const isPressed = () => document.querySelector(':active') !== null;

/** Calls back at once, or in the frame after what is held down was let go; the answer gives it up. */
function whenReleased(call: () => void): () => void {
  let frame = 0;
  const check = () => {
    if (isPressed()) frame = requestAnimationFrame(check);
    else call();
  };
  check();
  return () => cancelAnimationFrame(frame);
}

export const released = (): Promise<void> => new Promise((resolve) => void whenReleased(resolve));

const readScripts = (): boolean => (isOn ||= !isPressed());
const subscribe = (notify: () => void) => whenReleased(notify);

/**
 * Whether scripts run. A page of the server's is pressed before they come, so it does not move when they do:
 * what they bring has its place from the beginning (`by-script`), and what can't have it waits until nothing
 * is held down.
 */
export const useScripts = (): boolean => useSyncExternalStore(subscribe, readScripts, () => false);

/**
 * Of something that only scripts can do: it takes its place unseen, and none where there will be no scripts.
 */
export const byScript = (isReady: boolean): string => (isReady ? '' : 'by-script');
