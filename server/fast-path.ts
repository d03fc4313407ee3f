import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/*
 * Nearly every request is a plain GET of a page that stands ready. Those are answered on the socket itself, without the
 * objects that Node's HTTP server makes for each request (docs/decisions/006). Whatever is not such a request, whole and
 * in one piece, goes with its bytes to Node's server, which then keeps the connection.
 */
const MAX_HEAD = 4096;
/** One whole request and nothing after it, each line as Node's own parser would take it. */
const PLAIN = /^GET (\/[!-~]*) HTTP\/1\.1\r\n(?:[\w!#$%&'*+.^`|~-]+:[^\r\n\0]*\r\n)+\r\n$/;
const HOST = /\r\nhost:[ \t]*[!-~]+\r\n/i;
/** What changes the answer (a writer may be shown more than others), announces a body, or says two things. */
const SPECIAL = /\r\n(?:connection:(?![ \t]*keep-alive\r)|content-length:|transfer-encoding:|expect:|upgrade:|if-|range:|cookie:[^\r\n]*writer=|host:[^]*\r\nhost:)/i;
const ACCEPT_ENCODING = /\r\naccept-encoding:[ \t]*([^\r\n]*)/i;

/** The address and `Accept-Encoding` of a request that the fast path understands; undefined for every other. */
export function readPlainGet(chunk: Buffer): { url: string; acceptEncoding: string | undefined } | undefined {
  if (chunk.length > MAX_HEAD) return undefined;
  const head = chunk.toString('latin1');
  const url = PLAIN.exec(head)?.[1];
  if (!url || !HOST.test(head) || SPECIAL.test(head)) return undefined;
  return { url, acceptEncoding: ACCEPT_ENCODING.exec(head)?.[1] };
}

/** The whole answer to a GET, when a page stands ready for it. */
type FindReady = (url: string, acceptEncoding: string | undefined) => Buffer | undefined;

/** Puts the fast path before an HTTP server. Returns what ends its idle connections, for draining. */
export function addFastPath(server: Server, findReady: FindReady): () => void {
  const [toHttp] = server.listeners('connection') as ((this: Server, socket: Socket) => void)[];
  if (!toHttp) throw new Error('The HTTP server listens to no connection');
  const sockets = new Set<Socket>();

  function onConnection(socket: Socket) {
    function leave() {
      sockets.delete(socket);
      socket.setTimeout(0);
      socket.removeListener('data', onData);
      socket.removeListener('timeout', destroy);
      socket.removeListener('error', destroy);
      socket.removeListener('end', destroy);
      socket.removeListener('close', leave);
    }
    function destroy() {
      socket.destroy();
    }
    function onData(chunk: Buffer) {
      // A reader who asks and does not take the answers waits in Node's server, which stops reading meanwhile.
      const asked = socket.writableNeedDrain ? undefined : readPlainGet(chunk);
      const ready = asked && findReady(asked.url, asked.acceptEncoding);
      if (ready) {
        socket.write(ready);
        return;
      }
      leave();
      socket.unshift(chunk);
      toHttp!.call(server, socket);
    }
    sockets.add(socket);
    socket.setTimeout(server.keepAliveTimeout);
    socket.on('data', onData).on('timeout', destroy).on('error', destroy).on('end', destroy).on('close', leave);
  }

  server.removeListener('connection', toHttp);
  server.on('connection', onConnection);
  return () => {
    for (const socket of sockets) socket.end();
  };
}
