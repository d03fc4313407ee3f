import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageFile } from '#db/engine/page-file.ts';
import { env } from '#lib/env.ts';
import { DEFAULT_LOCALE, isLocale } from '#lib/locales.ts';
import { runWithPageRequest, type PageRequest } from '#lib/page-request.ts';
import type { Recording } from '#lib/recording.ts';
import type { createAddressCounter } from './address-counter.ts';
import type { CachedPage } from './cached-page.ts';
import { renderPage, type Captured } from './captured-response.ts';
import { findRedirectFor } from './find-redirect-for.ts';
import type { Handler } from './handler.ts';
import { PageCache } from './page-cache.ts';
import type { RenderGate } from './render-gate.ts';
import { slimReaderHtml } from './reader-html.ts';
import { matchRoute, toLowerCasePath } from './routes.ts';

/** A page as it was rendered, or a cached page. */
export type Rendered = Captured | CachedPage;

export const ANONYMOUS: Readonly<PageRequest> = { clientAddress: '' };

const host = new URL(env.siteUrl).host;
const isHtml = (answer: Captured) => String(answer.headers['content-type'] ?? '').startsWith('text/html');

/** Removes Next's script from a reader's page. */
function slim(answer: Captured): Captured {
  if (!isHtml(answer) || env.devScripts) return answer;
  // latin1 keeps every byte and costs a third of UTF-8; the patterns are ASCII.
  return { ...answer, body: Buffer.from(slimReaderHtml(answer.body.toString('latin1')), 'latin1') };
}

/** Renders the pages of readers, and the designed pages of error statuses. */
export function createReaderPages(next: Handler, addresses: ReturnType<typeof createAddressCounter>) {
  /**
   * The designed pages of error statuses, by edition: rendered once for each content version, and not in the
   * queue of other pages.
   */
  const statusPages = new PageCache(renderStatusPage);

  /** Renders a reader's page as a document. Errors get their designed page, in the edition of the address. */
  async function renderReaderPage(path: string, pageRequest: PageRequest): Promise<Rendered> {
    const answer = await runWithPageRequest(pageRequest, () => renderPage(next, path, host));
    if (answer.status === 404) return renderMissing(path);
    if (answer.status >= 400) return renderStatus(answer.status, path);
    return slim(
      answer.status === 200 && pageRequest.status ? { ...answer, status: pageRequest.status } : answer,
    );
  }

  /** An address without a page may have a redirect, or contain the number of an article. */
  async function renderMissing(path: string): Promise<Rendered> {
    const redirect = (await findRedirectFor(path)) ?? (await redirectToLowerCase(path));
    addresses.count(path, redirect ? 'redirect' : 'missing');
    return redirect === 'gone' ? renderStatus(410, path) : (redirect ?? renderStatus(404, path));
  }

  /**
   * Redirects `/Local` to `/local`, because our addresses have no upper case; only if that page exists.
   */
  async function redirectToLowerCase(path: string): Promise<Captured | undefined> {
    const lowerCase = toLowerCasePath(path);
    const route = lowerCase === undefined ? undefined : matchRoute(lowerCase);
    if (route?.kind !== 'page' || route.cacheKey === null) return undefined;
    const page = await runWithPageRequest({ ...ANONYMOUS }, () => renderPage(next, route.path, host));
    return page.status < 400
      ? { status: 308, headers: { location: lowerCase }, body: Buffer.alloc(0) }
      : undefined;
  }

  async function renderStatusPage(key: string, recording: Recording): Promise<Captured> {
    const [, locale, status] = key.split('/');
    const page = await runWithPageRequest({ ...ANONYMOUS, recording, statusShown: Number(status) }, () =>
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

  /** The cache of all pages that are the same for every reader. Its renders wait at the gate. */
  const openCache = (gate: RenderGate, store?: PageFile) =>
    new PageCache((key, recording) => renderReaderPage(key, { ...ANONYMOUS, recording }), {
      gate,
      store,
    });

  return { renderReaderPage, renderMissing, renderStatus, sendStatus, openCache };
}

export type ReaderPages = ReturnType<typeof createReaderPages>;
