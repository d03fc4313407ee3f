import type { Server } from 'node:net';
import { nextTurn } from './event-loop.ts';

/** In a turn longer than this, a connection may arrive after the poll of the listening socket. */
const QUICK_TURN_MS = 0.5;
const MOST_MS = 1000;

/**
 * Closes a listening socket when its backlog is empty, because closing resets waiting connections. libuv
 * accepts one connection in a turn of the event loop. A turn without one means that the backlog was empty at
 * the last poll.
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
