import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { EDITIONS, LOCALES } from '#lib/locales.ts';
import { escapeMarkup } from '#lib/text/escape-markup.ts';
import { MESSAGES } from './messages.ts';
import { readerHeaders } from './security-headers.ts';

/** When a client asks again. The page of a browser does so by itself. */
const AGAIN_S = 15;

const paragraphs = LOCALES.map((locale) => {
  const { title, text } = MESSAGES[locale].migrating;
  const { dir } = EDITIONS[locale];
  return `<section lang="${locale}" dir="${dir}"><h1>${escapeMarkup(title)}</h1><p>${escapeMarkup(text)}</p></section>`;
}).join('');
const STYLE = 'body{max-width:36rem;margin:10vh auto;padding:0 1rem;font:1.125rem/1.7 system-ui,sans-serif}';
/** Nothing but this style: the files of the site are not served yet. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
/** The database cannot be read, so the page has neither the site's name nor its colours. */
const PAGE = `<!doctype html><html lang="${LOCALES[0]}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${AGAIN_S}"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">
<title>${LOCALES.map((locale) => escapeMarkup(MESSAGES[locale].migrating.title)).join(' · ')}</title>
<style>${STYLE}</style><body>${paragraphs}`;
const HEALTH = JSON.stringify({ status: 'migrating' });

/**
 * A server for the time in which a large database is migrated: it answers every request with 503 and a page
 * that asks to come back.
 */
export const createWaitingServer = (): Server =>
  createServer((request, response) => {
    const [type, body] =
      request.url === '/health' ? ['application/json', HEALTH] : ['text/html; charset=utf-8', PAGE];
    request.resume();
    response.writeHead(503, {
      ...readerHeaders,
      'Content-Security-Policy': POLICY,
      'Content-Type': type,
      'Content-Length': Buffer.byteLength(body),
      'Cache-Control': 'no-store',
      'Retry-After': AGAIN_S,
      // The next request goes to the real server.
      Connection: 'close',
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
