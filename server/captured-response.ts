import { IncomingMessage, ServerResponse, type OutgoingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';
import type { Handler } from './handler.ts';

/** A response that collects what is written to it, to render a page inside the process. */
class CapturedResponse extends ServerResponse {
  readonly chunks: Buffer[] = [];
  private ended = false;
  private readonly onEnd: () => void;

  constructor(request: IncomingMessage, onEnd: () => void) {
    super(request);
    this.onEnd = onEnd;
  }

  override writeHead(status: number, reason?: unknown, headers?: unknown): this {
    this.statusCode = status;
    const given = (typeof reason === 'object' ? reason : headers) as OutgoingHttpHeaders | undefined;
    for (const [name, value] of Object.entries(given ?? {}))
      if (value !== undefined) this.setHeader(name, value);
    return this;
  }

  override flushHeaders() {}

  override write(chunk: Buffer | string, encoding?: unknown, done?: unknown): boolean {
    this.chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk));
    const callback = typeof encoding === 'function' ? encoding : done;
    if (typeof callback === 'function') process.nextTick(callback);
    return true;
  }

  override end(chunk?: unknown, encoding?: unknown, done?: unknown): this {
    if (this.ended) return this;
    this.ended = true;
    if (typeof chunk === 'string' || Buffer.isBuffer(chunk) || chunk instanceof Uint8Array)
      this.write(chunk as Buffer);
    const callback = [chunk, encoding, done].find((each) => typeof each === 'function') as
      | (() => void)
      | undefined;
    process.nextTick(() => {
      this.emit('finish');
      this.emit('close');
      callback?.();
      this.onEnd();
    });
    return this;
  }
}

export type Captured = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

function finish(handler: Handler, request: IncomingMessage): Promise<Captured> {
  return new Promise((resolve, reject) => {
    const response = new CapturedResponse(request, () =>
      resolve({
        status: response.statusCode,
        headers: response.getHeaders(),
        body: Buffer.concat(response.chunks),
      }),
    );
    handler(request, response).catch(reject);
  });
}

/**
 * Renders an internal path with a new request. Nothing of a reader's request (cookies, headers) reaches the
 * page.
 */
export function renderPage(handler: Handler, path: string, host: string): Promise<Captured> {
  const request = new IncomingMessage(new Socket());
  request.method = 'GET';
  request.url = path;
  // Without a user agent Next streams late metadata in the body, as to a browser; `htmlLimitedBots` matches
  // every user agent.
  request.headers = { host, accept: 'text/html', 'user-agent': 'Midad' };
  request.push(null);
  return finish(handler, request);
}

/** Passes a real request to the handler and captures the response instead of sending it. */
export const captureAnswer = (
  handler: Handler,
  request: IncomingMessage,
  path: string,
): Promise<Captured> => {
  request.url = path;
  return finish(handler, request);
};
