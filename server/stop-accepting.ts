import type { Server } from 'node:net';
import { nextTurn } from './event-loop.ts';

/** A turn longer than this leaves time for somebody to come in after the look at the listening socket. */
const QUICK_TURN_MS = 0.5;
const MOST_MS = 1000;

/**
 * Closes a listening socket when nobody waits in its backlog: closing resets whoever does. libuv takes one
 * connection a turn of the event loop, so the backlog was empty at the last look when a turn has brought
 * none.
 */
export async function stopAccepting(server: Server): Promise<void> {
  let came = false;
  const note = () => {
    came = true;
  };
  server.on('connection', note);
  const began = performance.now();
  await nextTurn();
  for (;;) {
    came = false;
    const turnBegan = performance.now();
    await nextTurn();
    const now = performance.now();
    if ((!came && now - turnBegan < QUICK_TURN_MS) || now - began > MOST_MS) break;
  }
  server.close();
}
