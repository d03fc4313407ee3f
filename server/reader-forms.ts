import type { IncomingMessage, ServerResponse } from 'node:http';
import { runWithPageRequest, type PageRequest } from '#lib/page-request.ts';
import { refuseMethod, WITH_FORMS } from './bare-response.ts';
import { toPage } from './cached-page.ts';
import { captureAnswer } from './captured-response.ts';
import { clientAddress } from './client-address.ts';
import type { openGates } from './gates.ts';
import type { Handler } from './handler.ts';
import { readForm } from './read-form.ts';
import { stripForReaders } from './next-grammar.ts';
import type { PageCache } from './page-cache.ts';
import type { ReaderPages } from './reader-pages.ts';
import { Busy, type Client } from './render-gate.ts';
import { receive, type Refused } from './request-body.ts';
import { readerHeaders } from './security-headers.ts';
import { writerOf } from './writers-page.ts';

type Parts = {
  next: Handler;
  cache: PageCache;
  forms: ReturnType<typeof openGates>['forms'];
  pages: ReaderPages;
};

/** Answers for a body that was not received; `gone` needs no response. */
export function refuseBody(
  request: IncomingMessage,
  response: ServerResponse,
  { refused }: Refused,
  { sendStatus }: Pick<ReaderPages, 'sendStatus'>,
) {
  if (refused === 'gone') return;
  if (refused === 'busy') throw new Busy('Too many bodies are being received');
  return sendStatus(request, response, 413);
}

/** Takes the forms of readers' pages: checks origin, length and kind, and lets the route handler answer. */
export function createReaderForms({ next, cache, forms, pages }: Parts) {
  async function answerForm(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    client: Client,
  ) {
    if (request.method !== 'POST') return refuseMethod(request, response, WITH_FORMS);
    if (request.headers['sec-fetch-site'] === 'cross-site') return pages.sendStatus(request, response, 403);
    const received = await receive(request, response);
    if ('refused' in received) return refuseBody(request, response, received, pages);
    await forms.run(client, async () => {
      const isGood =
        !received.body || (await readForm(request.headers['content-type'] ?? '', received.body)) !== false;
      return isGood ? handleForm(received.request, response, path) : pages.sendStatus(request, response, 400);
    });
  }

  async function handleForm(request: IncomingMessage, response: ServerResponse, path: string) {
    await cache.refresh();
    const pageRequest: PageRequest = { clientAddress: clientAddress(request), writerId: writerOf(request) };
    // Pages for readers have no server actions: a call of one is treated as an ordinary form.
    stripForReaders(request);
    const answer = await runWithPageRequest(pageRequest, () => captureAnswer(next, request, path));
    const { renderAgain } = pageRequest;
    if (renderAgain) {
      const { path: again, status: refused, retryAfter, ...shown } = renderAgain;
      const page = await pages.renderReaderPage(again, { ...pageRequest, ...shown });
      const status = page.status === 200 ? refused : page.status;
      if (status === 429 && retryAfter) response.setHeader('Retry-After', retryAfter);
      return toPage(page).under(status).send(request, response, true);
    }
    if (answer.status >= 400) return pages.sendStatus(request, response, answer.status);
    const { location, 'set-cookie': cookies } = answer.headers;
    response.writeHead(answer.status, {
      ...readerHeaders,
      'Cache-Control': 'private, no-store',
      'Content-Length': '0',
      ...(location !== undefined && { Location: location }),
      ...(cookies !== undefined && { 'Set-Cookie': cookies }),
    });
    response.end();
  }

  return answerForm;
}
