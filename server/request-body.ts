import { IncomingMessage, type ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { networkOf } from '#lib/comments/network.ts';
import { bodyLimit } from './body-limits.ts';
import { clientAddress } from './client-address.ts';

/**
 * The limits of all bodies being received, together and for one network. Incomplete forms from one network
 * leave room for others.
 */
const MOST_TOGETHER = 64 * 1024 * 1024;
const MOST_OF_NETWORK = 16 * 1024 * 1024;
let together = 0;
const byNetwork = new Map<string, number>();

/** Reserves memory for received bytes, or releases it (negative); returns whether it is within the limits. */
function takeRoom(network: string, bytes: number): boolean {
  together += bytes;
  const own = (byNetwork.get(network) ?? 0) + bytes;
  if (own > 0) byNetwork.set(network, own);
  else byNetwork.delete(network);
  return together <= MOST_TOGETHER && own <= MOST_OF_NETWORK;
}

/** Why a request with a body does not reach its handler. */
export type Refused = { refused: 'too-large' | 'busy' | 'gone' };

export type Received = { request: IncomingMessage; body?: Buffer; isStreamed?: true };

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;

/**
 * Buffers the body of a request before anything else begins, so an incomplete form costs only its bytes. If
 * the address takes no body, the request passes with its body unread, and the connection is closed after it.
 * A streamed body is counted while it is read.
 */
export async function receive(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Received | Refused> {
  if (!hasBody(request)) return { request };
  const { most, isStreamed } = bodyLimit(request.url!);
  const announced = request.headers['content-length'];
  if (Number(announced ?? 0) > most && most > 0) return refuse(response, 'too-large');
  if (most === 0) {
    response.setHeader('Connection', 'close');
    return { request };
  }
  if (request.headers.expect !== undefined) response.writeContinue();
  if (isStreamed) {
    if (announced === undefined) endBeyond(request, most);
    return { request, isStreamed };
  }
  const body = await readAll(request, most);
  return Buffer.isBuffer(body) ? { request: withBody(request, body), body } : refuse(response, body);
}

function refuse(response: ServerResponse, refused: Refused['refused']): Refused {
  response.setHeader('Connection', 'close');
  return { refused };
}

/** Reserves memory for received bytes, not for the announced length: half a form counts as half. */
function readAll(request: IncomingMessage, most: number): Promise<Buffer | Refused['refused']> {
  const network = networkOf(clientAddress(request));
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    function end(result: Buffer | Refused['refused']) {
      takeRoom(network, -length);
      length = 0;
      request.off('data', onData).off('end', onEnd).off('close', onClose).off('error', onClose);
      request.on('error', () => undefined);
      if (!Buffer.isBuffer(result)) request.resume();
      resolve(result);
    }
    function onData(chunk: Buffer) {
      chunks.push(chunk);
      length += chunk.length;
      const hasRoom = takeRoom(network, chunk.length);
      if (length > most) end('too-large');
      else if (!hasRoom) end('busy');
    }
    const onEnd = () => end(Buffer.concat(chunks));
    const onClose = () => end('gone');
    request.on('data', onData).on('end', onEnd).on('close', onClose).on('error', onClose);
  });
}

function endBeyond(request: IncomingMessage, most: number) {
  const push = request.push.bind(request);
  let length = 0;
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    length += chunk?.length ?? 0;
    if (length > most) request.destroy();
    return push(length > most ? null : chunk, encoding);
  };
}

/** A copy of a request that holds its body. */
function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: request.socket.remoteAddress });
  const copy = new IncomingMessage(socket);
  const { 'transfer-encoding': _, expect: __, ...headers } = request.headers;
  Object.assign(copy, {
    method: request.method,
    url: request.url,
    httpVersion: '1.1',
    httpVersionMajor: 1,
    httpVersionMinor: 1,
    complete: true,
  });
  copy.headers = { ...headers, 'content-length': String(body.length) };
  if (body.length > 0) copy.push(body);
  copy.push(null);
  return copy;
}
