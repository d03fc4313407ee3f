import {
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;
type Asked = { method?: string; path?: string; headers?: OutgoingHttpHeaders; body?: string };
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/**
 * Sends one request to a handler over a real connection, exactly as given: nothing is decoded, and no
 * redirect is followed.
 */
export async function ask(handler: Handler, { body, ...options }: Asked = {}): Promise<Answer> {
  const server = createServer((...both) => void handler(...both));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  try {
    return await new Promise((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      const asked = request({ host: '127.0.0.1', port, agent: false, ...options }, async (answer) => {
        const chunks: Buffer[] = await answer.toArray();
        resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) });
      });
      asked.on('error', reject);
      asked.end(body);
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
