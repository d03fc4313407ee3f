import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { runWithPageRequest, type PageRequest } from '#lib/page-request.ts';
import { clientAddress } from './client-address.ts';
import type { Handler } from './handler.ts';
import { mediaPass } from './media-gate.ts';
import { newsroomHeaders, newsroomPolicy } from './security-headers.ts';

/** Redirects clients that are not signed in to the sign-in page. */
export function redirectToSignIn(response: ServerResponse, to: string) {
  response.writeHead(307, { ...newsroomHeaders(randomBytes(16).toString('base64')), Location: to });
  response.end();
}

/** Lets Next answer for the newsroom, under a policy with a new nonce. */
export function passToNewsroom(
  next: Handler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const nonce = randomBytes(16).toString('base64');
  for (const [name, value] of Object.entries(newsroomHeaders(nonce))) response.setHeader(name, value);
  request.headers['content-security-policy'] = newsroomPolicy(nonce); // Next reads the nonce from here
  const pageRequest: PageRequest = { clientAddress: clientAddress(request) };
  const writeHead = response.writeHead.bind(response) as (
    status: number,
    ...rest: unknown[]
  ) => ServerResponse;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (pageRequest.status === 429 && pageRequest.retryAfter)
      response.setHeader('Retry-After', pageRequest.retryAfter);
    const pass = mediaPass(pageRequest);
    if (pass) response.appendHeader('Set-Cookie', pass);
    return writeHead(status === 200 ? (pageRequest.status ?? status) : status, ...rest);
  }) as typeof response.writeHead;
  return runWithPageRequest(pageRequest, () => next(request, response));
}
