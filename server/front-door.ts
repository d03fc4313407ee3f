import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { findRedirect } from '#db/paper/redirects.ts';
import { env } from '#lib/env.ts';
import { DEFAULT_LOCALE, isLocale } from '#lib/locales.ts';
import { logFault, logLine } from '#lib/log.ts';
import { runWithPageRequest, type PageRequest } from '#lib/page-request.ts';
import { createAddressCounter } from './address-counter.ts';
import { toPage, type CachedPage } from './cached-page.ts';
import { captureAnswer, renderPage, type Captured } from './captured-response.ts';
import { clientAddress } from './client-address.ts';
import { serveFile } from './files.ts';
import { askerOf, newsroomGate, openGates } from './gates.ts';
import { leadOn, leadToArticle } from './lead-on.ts';
import { LiveStreams } from './live-streams.ts';
import { isGoodForm } from './good-form.ts';
import { findNewsroomFault } from './newsroom-guard.ts';
import { PageCache } from './page-cache.ts';
import { slimReaderHtml } from './reader-html.ts';
import { mediaPass } from './media-gate.ts';
import { Busy, Gone, type Asker } from './render-gate.ts';
import { readTarget } from './request-target.ts';
import { receive, type Received, type Refused } from './request-body.ts';
import { matchRoute, takesForms, toSmallPath, type Route } from './routes.ts';
import { stripForNewsroom, stripForReaders } from './next-grammar.ts';
import { isInnerRequest, markForNext } from './inner-request.ts';
import { doorFor } from './newsroom-doors.ts';
import { leadToDoor, passToNewsroom } from './newsroom.ts';
import { readerHeaders } from './security-headers.ts';
import { withoutSecrets } from './signed-addresses.ts';
import { sendThemeStylesheet, setTheme } from './theme.ts';
import { isMadeFor, isWriters, writerOf } from './writers-page.ts';

/** A page as it was rendered, or a cached page. */
type Made = Captured | CachedPage;
type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A response that takes longer (an export, a slow client) gives up its place in the gate. */
const LONG_ANSWER_MS = 5000;
/** In development no page is cached. */
const CACHE_BYTES = env.dev ? 0 : undefined;
const MAX_KNOWN_ROUTES = 10_000;
const MAX_KNOWN_LENGTH = 1000;

const host = new URL(env.siteUrl).host;
const isHtml = (answer: Captured) => String(answer.headers['content-type'] ?? '').startsWith('text/html');

/** Handles all HTTP requests, before and around Next. */
export function createFrontDoor(next: Handler) {
  const nobody: PageRequest = { clientAddress: '' };
  const streams = new LiveStreams();
  const gates = openGates();
  const cache = new PageCache((key) => renderReaderPage(key, { ...nobody }), CACHE_BYTES, gates.pages);
  /**
   * The designed pages of error statuses, by edition: rendered once for each content version, and not in the
   * queue of other pages.
   */
  const statusPages = new PageCache(renderStatusPage, CACHE_BYTES);
  const known = new Map<string, Route>();
  const addresses = createAddressCounter();

  function routeOf(url: string): Route {
    const found = known.get(url);
    if (found) return found;
    const route = matchRoute(url);
    if (env.dev) sayDroppedKeys(url, route);
    if (known.size >= MAX_KNOWN_ROUTES) known.clear();
    if (url.length <= MAX_KNOWN_LENGTH) known.set(url, route);
    return route;
  }

  /** Renders a reader's page as a document. Errors get their designed page, in the edition of the address. */
  async function renderReaderPage(path: string, pageRequest: PageRequest): Promise<Made> {
    const answer = await runWithPageRequest(pageRequest, () => renderPage(next, path, host));
    if (answer.status === 404) return renderMissing(path);
    if (answer.status >= 400) return renderStatus(answer.status, path);
    return slim(
      answer.status === 200 && pageRequest.status ? { ...answer, status: pageRequest.status } : answer,
    );
  }

  /** An address without a page may have a redirect, or contain the number of an article. */
  async function renderMissing(path: string): Promise<Made> {
    const led = (await leadOn(path)) ?? (await leadToSmall(path));
    addresses.count(path, led ? 'redirect' : 'missing');
    return led === 'gone' ? renderStatus(410, path) : (led ?? renderStatus(404, path));
  }

  /**
   * Redirects `/Local` to `/local`, because our addresses have no capital letters; only if that page exists.
   */
  async function leadToSmall(path: string): Promise<Captured | undefined> {
    const small = toSmallPath(path);
    const route = small === undefined ? undefined : matchRoute(small);
    if (route?.kind !== 'page' || route.cacheKey === null) return undefined;
    const page = await runWithPageRequest(nobody, () => renderPage(next, route.path, host));
    return page.status < 400
      ? { status: 308, headers: { location: small }, body: Buffer.alloc(0) }
      : undefined;
  }

  async function answerArticle(
    request: IncomingMessage,
    response: ServerResponse,
    { number, search, path }: Extract<Route, { kind: 'article' }>,
  ) {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(request, response);
    await cache.refresh();
    // A redirect of the newsroom for this address takes precedence over the article's number.
    const isTaken = path !== undefined && (await findRedirect(path)) !== undefined;
    const led = isTaken ? undefined : await leadToArticle(number, search);
    const missing = () =>
      path === undefined
        ? renderStatus(404, request.url!)
        : gates.pages.run<Made>(askerOf(request, response), () => renderMissing(path));
    const page = led ?? (await missing());
    return toPage(page).send(request, response, true);
  }

  function slim(answer: Captured): Captured {
    if (!isHtml(answer) || env.devScripts) return answer;
    // latin1 keeps every byte and costs a third of UTF-8; the patterns are ASCII.
    return { ...answer, body: Buffer.from(slimReaderHtml(answer.body.toString('latin1')), 'latin1') };
  }

  async function renderStatusPage(key: string): Promise<Captured> {
    const [, locale, status] = key.split('/');
    const page = await runWithPageRequest({ ...nobody, statusShown: Number(status) }, () =>
      renderPage(next, `/${locale}/status`, host),
    );
    if (page.status >= 500) throw new Error(`The page for status ${status} could not be rendered`);
    return { ...slim(page), status: 200 };
  }

  async function renderStatus(status: number, path: string): Promise<CachedPage> {
    const [, first = ''] = path.split('/');
    const page = await statusPages.get(`/${isLocale(first) ? first : DEFAULT_LOCALE}/${status}`);
    return page.under(status);
  }

  const sendStatus = async (request: IncomingMessage, response: ServerResponse, status: number) =>
    (await renderStatus(status, request.url ?? '/')).send(request, response, true);

  async function answerForm(request: IncomingMessage, response: ServerResponse, path: string, asker: Asker) {
    if (request.headers['sec-fetch-site'] === 'cross-site') return sendStatus(request, response, 403);
    const received = await receive(request, response);
    if ('refused' in received) return refuseBody(request, response, received);
    await gates.forms.run(asker, async () => {
      const isGood =
        !received.body || (await isGoodForm(request.headers['content-type'] ?? '', received.body)) !== false;
      return isGood ? handleForm(received.request, response, path) : sendStatus(request, response, 400);
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
      const page = await renderReaderPage(again, { ...pageRequest, ...shown });
      const status = page.status === 200 ? refused : page.status;
      if (status === 429 && retryAfter) response.setHeader('Retry-After', retryAfter);
      return toPage(page).under(status).send(request, response, true);
    }
    // The address is a page and takes no forms.
    if (answer.status === 200 && isHtml(answer)) return refuseMethod(request, response);
    if (answer.status >= 400) return sendStatus(request, response, answer.status);
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

  async function answerPage(
    request: IncomingMessage,
    response: ServerResponse,
    route: Extract<Route, { kind: 'page' }>,
  ) {
    const asker = askerOf(request, response);
    if (request.method === 'POST' && takesForms(request.url!))
      return answerForm(request, response, route.path, asker);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(request, response);
    const writerId = route.cacheKey === null || isWriters(request) ? writerOf(request) : '';
    const isShared = route.cacheKey !== null && !(await isMadeFor(writerId, route.path));
    if (isShared) return (await cache.get(route.cacheKey!, asker)).send(request, response);
    const pageRequest: PageRequest = { clientAddress: clientAddress(request), writerId };
    const page = await gates.pages.run(asker, async () => {
      // Applies what is due, so that an uncached page is as current as the cached ones.
      await cache.refresh();
      return renderReaderPage(route.path, pageRequest);
    });
    const pass = mediaPass(pageRequest);
    if (pass) response.appendHeader('Set-Cookie', pass);
    return toPage(page).send(request, response, true);
  }

  function refuseBody(request: IncomingMessage, response: ServerResponse, { refused }: Refused) {
    if (refused === 'gone') return;
    if (refused === 'busy') throw new Busy('Too many bodies are being received');
    return sendStatus(request, response, 413);
  }

  function refuseMethod(request: IncomingMessage, response: ServerResponse) {
    request.resume();
    response.writeHead(405, { ...readerHeaders, Allow: 'GET, HEAD' });
    response.end();
  }

  async function answerNewsroom(request: IncomingMessage, response: ServerResponse) {
    const door = doorFor(request);
    if (door) return leadToDoor(response, door);
    const received = await receive(request, response);
    if ('refused' in received) return refuseBody(request, response, received);
    const isInner = isInnerRequest(request);
    async function toNext({ request: given, body }: Received): Promise<void> {
      // The build lists the server actions; Next's development server has a list of its own.
      const fault = env.dev ? undefined : await findNewsroomFault(given, body);
      if (fault === 405) return refuseMethod(request, response);
      // The header tells Next in the browser that its page is older than the build.
      if (fault) return sendBare(response, fault, fault === 404 ? { 'x-nextjs-action-not-found': '1' } : {});
      stripForNewsroom(given);
      markForNext(given);
      return passToNewsroom(next, given, response);
    }
    // An upload takes as long as its sender takes, so it gets no place in the gate.
    return received.isStreamed || isInner
      ? toNext(received)
      : newsroomGate(gates, request).run(askerOf(request, response), () =>
          atMost(LONG_ANSWER_MS, toNext(received)),
        );
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = request.url ?? '/';
    if (url === '/theme.css') return sendThemeStylesheet(request, response);
    if (url === '/theme' && request.method === 'POST') return setTheme(request, response);
    const route = routeOf(url);
    switch (route.kind) {
      case 'file':
        if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(request, response);
        return serveFile(request, response, () => sendBare(response, 404));
      case 'newsroom':
        return answerNewsroom(request, response);
      case 'live':
        return streams.open(request, response, route.number);
      case 'article':
        return answerArticle(request, response, route);
      case 'malformed':
        return sendStatus(request, response, 400);
      case 'missing':
        return sendStatus(request, response, 404);
      case 'redirect':
        response.writeHead(308, { ...readerHeaders, Location: route.to });
        response.end();
        return;
      case 'page':
        return answerPage(request, response, route);
    }
  }

  /** The cache key of an address that was requested before; null if its page is not cached. */
  function readyKey(url: string): string | null {
    const route = known.get(url);
    return route?.kind === 'page' ? route.cacheKey : null;
  }

  /** The cached page for an address that is being read off its socket in this turn. */
  function findReady(url: string): CachedPage | undefined {
    const key = readyKey(url);
    return key === null ? undefined : cache.freshForSocket(key);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (!readTarget(request)) return sendBare(response, 400);
      const key = request.method === 'GET' && !isWriters(request) ? readyKey(request.url!) : null;
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
    const page = await renderReaderPage(`/${DEFAULT_LOCALE}`, { ...nobody });
    if (page.status !== 200) throw new Error(`The front page answers ${page.status}`);
  }

  return { handle, findReady, check, flush: addresses.flush, closeStreams: () => streams.close() };
}

/** A page in development that reads a key which its route does not declare would never get it. */
function sayDroppedKeys(url: string, route: Route) {
  if (route.kind !== 'page' || route.cacheKey === null) return;
  const [{ searchParams: asked }, { searchParams: kept }] = [
    new URL(url, env.siteUrl),
    new URL(route.path, env.siteUrl),
  ];
  const dropped = [...new Set(asked.keys())].filter((key) => !kept.has(key));
  if (dropped.length > 0)
    logLine(
      `${url}: ${dropped.join(', ')} not declared, or without effect, in route-rules.ts; the page does not get it`,
    );
}

/** Path only: a query can hold what a reader typed. */
function reportFault(request: IncomingMessage, error: unknown) {
  logFault(`${request.method} ${withoutSecrets(request.url ?? '')} failed`, error);
}

/** Waits for the work, but at most `ms`; the work then goes on without being waited for. */
async function atMost(ms: number, work: Promise<void>): Promise<void> {
  const waiting = new AbortController();
  const pause = sleep(ms, undefined, { signal: waiting.signal, ref: false }).catch(() => undefined);
  await Promise.race([work, pause]).finally(() => waiting.abort());
}

/** A status without a page: for requests whose response no browser shows, or that must be cheap. */
function sendBare(response: ServerResponse, status: number, headers: Record<string, string> = {}) {
  if (response.headersSent) return;
  const body = `${status}\n`;
  const type = {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': String(body.length),
    'Cache-Control': 'no-store',
  };
  response.writeHead(status, { ...readerHeaders, ...type, ...headers }).end(body);
}

const sendBusy = (response: ServerResponse) => sendBare(response, 503, { 'Retry-After': '2' });
