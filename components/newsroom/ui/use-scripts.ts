import { useSyncExternalStore } from 'react';

let isOn = false;

/** A mouse button, finger or key is pressed on an element. If the element moves now, the click is lost. */
const isPressed = () => document.querySelector(':active') !== null;

/** Calls back at once, or in the first frame after the press ends. The returned function cancels it. */
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
 * Whether scripts run. People press buttons of the server-rendered page before hydration, so the page must
 * not move when scripts arrive. A part that needs scripts has its space from the start (`by-script`); a part
 * that cannot have it waits until nothing is pressed.
 */
export const useScripts = (): boolean => useSyncExternalStore(subscribe, readScripts, () => false);

/**
 * Class of a part that needs scripts: it takes its space invisibly, and no space where scripts are disabled.
 */
export const byScript = (isReady: boolean): string => (isReady ? '' : 'by-script');
