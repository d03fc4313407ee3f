import type { Socket } from 'node:net';

/*
 * Nearly every request is a plain GET of a cached page. Such requests are answered on the socket itself,
 * without the objects that Node's HTTP server makes for each request (docs/decisions/006). Any other request,
 * or one in several packets, goes with its bytes to Node's server, which then keeps the connection.
 */
const MAX_HEAD = 4096;
/**
 * Longer than the minute for which proxies keep an idle connection, so that the server never closes it first.
 */
export const KEEP_ALIVE_MS = 65_000;
/** One complete request and nothing after it, with each line as Node's own parser would accept it. */
const PLAIN = /^GET (\/[!-~]*) HTTP\/1\.1\r\n(?:[\w!#$%&'*+.^`|~-]+:[^\r\n\0]*\r\n)+\r\n$/;
const HOST = /\r\nhost:[ \t]*[!-~]+\r\n/i;
/**
 * Headers that change the response (a writer may see more than others), announce a body, or contradict each
 * other.
 */
const SPECIAL =
  /\r\n(?:connection:(?![ \t]*keep-alive\r)|content-length:|transfer-encoding:|expect:|upgrade:|if-|range:|cookie:[^\r\n]*writer=|host:[^]*\r\nhost:)/i;
const ACCEPT_ENCODING = /\r\naccept-encoding:[ \t]*([^\r\n]*)/i;

/** A request that the fast path understands; `head` is all of it. */
export type PlainGet = { url: string; acceptEncoding: string | undefined; head: string };

/** Reads a request; undefined for one that the fast path does not understand. */
export function readPlainGet(chunk: Buffer): PlainGet | undefined {
  if (chunk.length > MAX_HEAD) return undefined;
  const head = chunk.toString('latin1');
  const url = PLAIN.exec(head)?.[1];
  if (!url || !HOST.test(head) || SPECIAL.test(head)) return undefined;
  return { url, acceptEncoding: ACCEPT_ENCODING.exec(head)?.[1], head };
}

/** The complete response to a GET, if there is one without any waiting. */
type FindReady = (asked: PlainGet, socket: Socket) => Buffer | undefined;

/**
 * Reads a connection by the fast path while it understands the requests; then `handOver` takes the socket.
 */
export function readFast(socket: Socket, findReady: FindReady, handOver: (socket: Socket) => void) {
  function leave() {
    socket.setTimeout(0);
    socket.removeListener('data', onData);
    socket.removeListener('timeout', destroy);
    socket.removeListener('error', destroy);
    socket.removeListener('end', end);
    socket.removeListener('close', leave);
  }
  function destroy() {
    socket.destroy();
  }
  function end() {
    socket.destroySoon();
  }
  function onData(chunk: Buffer) {
    // A client that sends requests but does not read the responses goes to Node's server, which stops reading
    // it.
    const asked = socket.writableNeedDrain ? undefined : readPlainGet(chunk);
    const ready = asked && findReady(asked, socket);
    if (ready) {
      socket.write(ready);
      return;
    }
    leave();
    socket.unshift(chunk);
    handOver(socket);
  }
  socket.setTimeout(KEEP_ALIVE_MS);
  socket.on('data', onData).on('timeout', destroy).on('error', destroy).on('end', end).on('close', leave);
}
