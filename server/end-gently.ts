import type { Socket } from 'node:net';

/**
 * A form that is refused for its size is still being sent. A client that sends more than this is not reading.
 */
const MOST_BYTES = 16 * 1024 * 1024;
const SILENT_MS = 2000;
const MOST_MS = 5000;

/**
 * Ends a connection so that its last response can be read. A socket that is closed with unread bytes in it
 * resets the connection, and a client that is still sending loses the response. So incoming data is discarded
 * until the other side ends too.
 */
export function endGently(socket: Socket): void {
  const destroy = () => {
    socket.destroy();
  };
  if (socket.readableEnded || socket.destroyed) {
    if (socket.writableFinished) destroy();
    else socket.end(destroy);
    return;
  }
  let left = MOST_BYTES;
  // Node's parser reads no further requests, because nothing more is answered here.
  socket.removeAllListeners('data');
  socket.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) destroy();
  });
  socket.once('end', () => socket.end(destroy));
  socket.resume();
  // The timeouts begin here: until then the response is still being sent, and a slow reader takes time.
  socket.end(() => {
    socket.removeAllListeners('timeout');
    socket.setTimeout(SILENT_MS, destroy);
    const limit = setTimeout(destroy, MOST_MS).unref();
    socket.once('close', () => clearTimeout(limit));
  });
}
