import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageFile } from '#db/engine/page-file.ts';
import { findRedirect } from '#db/paper/redirects.ts';
import { DEFAULT_LOCALE } from '#lib/locales.ts';
import { logFault } from '#lib/log.ts';
import type { PageRequest } from '#lib/page-request.ts';
import { createAddressCounter } from './address-counter.ts';
import { answerNewsroom } from './answer-newsroom.ts';
import { refuseMethod, sendBare, sendBusy } from './bare-response.ts';
import { toPage, type CachedPage } from './cached-page.ts';
import { clientAddress } from './client-address.ts';
import { serveFile } from './files.ts';
import { clientOf, openGates } from './gates.ts';
import type { Handler } from './handler.ts';
import { KnownRoutes } from './known-routes.ts';
import { redirectToArticle } from './find-redirect-for.ts';
import { LiveStreams } from './live-streams.ts';
import { mediaPass } from './media-gate.ts';
import { sharedKey } from './place-key.ts';
import { createReaderForms } from './reader-forms.ts';
import { createReaderPages, ANONYMOUS, type Rendered } from './reader-pages.ts';
import { Busy, Gone } from './render-gate.ts';
import { readTarget } from './request-target.ts';
import { isSearch, takesForms, type Route } from './routes.ts';
import { readerHeaders } from './security-headers.ts';
import { withoutSecrets } from './signed-addresses.ts';
import { sendThemeStylesheet, setTheme } from './theme.ts';
import { hasOwnView, hasWriterCookie, writerOf } from './writers-page.ts';

/** Handles all HTTP requests, before and around Next. Without a store, cached pages stay in memory. */
export function createFrontDoor(next: Handler, store?: PageFile) {
  const streams = new LiveStreams();
  const gates = openGates();
  const routes = new KnownRoutes();
  const addresses = createAddressCounter();
  const pages = createReaderPages(next, addresses);
  const { renderReaderPage, renderMissing, renderStatus, sendStatus } = pages;
  const cache = pages.openCache(gates.pages, store);
  const answerForm = createReaderForms({ next, cache, forms: gates.forms, pages });

  async function answerArticle(
    request: IncomingMessage,
    response: ServerResponse,
    { number, search, path }: Extract<Route, { kind: 'article' }>,
  ) {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(request, response);
    await cache.refresh();
    // A redirect of the newsroom for this address takes precedence over the article's number.
    const isTaken = path !== undefined && (await findRedirect(path)) !== undefined;
    const redirect = isTaken ? undefined : await redirectToArticle(number, search);
    const missing = () =>
      path === undefined
        ? renderStatus(404, request.url!)
        : gates.pages.run<Rendered>(clientOf(request, response), () => renderMissing(path));
    const page = redirect ?? (await missing());
    return toPage(page).send(request, response, true);
  }

  async function answerPage(
    request: IncomingMessage,
    response: ServerResponse,
    route: Extract<Route, { kind: 'page' }>,
  ) {
    const client = clientOf(request, response);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead && takesForms(route)) return answerForm(request, response, route.path, client);
    if (!isRead) return refuseMethod(request, response);
    const writerId = route.cacheKey === null || hasWriterCookie(request) ? writerOf(request) : '';
    const isShared = route.cacheKey !== null && !(await hasOwnView(writerId, route.path));
    if (isShared) return (await cache.get(await sharedKey(route.cacheKey!), client)).send(request, response);
    const pageRequest: PageRequest = { clientAddress: clientAddress(request), writerId };
    const page = await gates[isSearch(route) ? 'searches' : 'pages'].run(client, async () => {
      // Applies what is due, so that an uncached page is as current as the cached ones.
      await cache.refresh();
      return renderReaderPage(route.path, pageRequest);
    });
    const pass = mediaPass(pageRequest);
    if (pass) response.appendHeader('Set-Cookie', pass);
    return toPage(page).send(request, response, true);
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = request.url ?? '/';
    if (url === '/theme.css') return sendThemeStylesheet(request, response);
    if (url === '/theme' && request.method === 'POST') return setTheme(request, response);
    const route = routes.routeOf(url);
    switch (route.kind) {
      case 'file':
        if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(request, response);
        return serveFile(request, response, () => sendBare(response, 404));
      case 'newsroom':
        return answerNewsroom(request, response, { next, gates, pages });
      case 'live':
        return streams.open(request, response, route.number);
      case 'article':
        return answerArticle(request, response, route);
      case 'malformed':
        return sendStatus(request, response, 400);
      case 'missing':
        return sendStatus(request, response, 404);
      case 'redirect':
        return sendRedirect(response, route.to);
      case 'page':
        return answerPage(request, response, route);
    }
  }

  /** The cached page for an address that is being read off its socket in this turn. */
  function findReady(url: string): CachedPage | undefined {
    const key = routes.readyKey(url);
    return key === null ? undefined : cache.freshForSocket(key);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (!readTarget(request)) return sendBare(response, 400);
      const key =
        request.method === 'GET' && !hasWriterCookie(request) ? routes.readyKey(request.url!) : null;
      const ready = key === null ? undefined : cache.fresh(key);
      if (ready) await ready.send(request, response);
      else await answer(request, response);
    } catch (error) {
      if (error instanceof Gone) return;
      if (error instanceof Busy) return sendBusy(response);
      reportFault(request, error);
      if (response.headersSent) response.destroy();
      else await sendStatus(request, response, 500).catch(() => sendBare(response, 500));
    }
  }

  /**
   * Rejects when readers cannot be answered: the database cannot be read, or the front page cannot be
   * rendered.
   */
  async function check(): Promise<void> {
    await cache.refresh();
    // Not through the gate: a long queue there is no sign of a fault.
    const page = await renderReaderPage(`/${DEFAULT_LOCALE}`, { ...ANONYMOUS });
    if (page.status !== 200) throw new Error(`The front page answers ${page.status}`);
  }

  const flush = () => Promise.all([addresses.flush(), cache.flush()]);
  return { handle, findReady, check, flush, closeStreams: () => streams.close() };
}

function sendRedirect(response: ServerResponse, to: string) {
  response.writeHead(308, { ...readerHeaders, Location: to });
  response.end();
}

/** Path only: a query can hold what a reader typed. */
function reportFault(request: IncomingMessage, error: unknown) {
  logFault(`${request.method} ${withoutSecrets(request.url ?? '')} failed`, error);
}
