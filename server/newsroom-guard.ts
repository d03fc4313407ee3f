import type { IncomingMessage } from 'node:http';
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js';
import { env } from '#lib/env.ts';
import { findActionFault, type Actions } from './action-arguments.ts';
import { readForm } from './read-form.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const ownHost = new URL(env.siteUrl).host;

/**
 * Whether a page of this site sends this request. Another site cannot make a browser send these header
 * values.
 */
function isFromOwnPage({ headers }: IncomingMessage): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (origin === undefined) return true; // not a browser; the action checks the session itself
  const from = URL.parse(origin)?.host;
  return from !== undefined && [headers.host, headers['x-forwarded-host'], ownHost].includes(from);
}

function hasReadableState({ headers }: IncomingMessage): boolean {
  try {
    parseAndValidateFlightRouterState(headers['next-router-state-tree']);
    return true;
  } catch {
    return false;
  }
}

/**
 * The status with which a request to the newsroom is refused before Next reads it; undefined for a valid one.
 * Errors that Next throws would become a 500 and a stack in the log, although the client is at fault.
 */
export async function findNewsroomFault(
  request: IncomingMessage,
  body: Buffer | undefined,
  actions?: () => Actions,
): Promise<number | undefined> {
  const { method = '', headers } = request;
  if (!METHODS.includes(method)) return 405;
  if (!hasReadableState(request)) return 400;
  const action = headers['next-action'];
  const type = headers['content-type'] ?? '';
  if (method !== 'POST') return undefined;
  if ((action !== undefined || type.startsWith('multipart/form-data')) && !isFromOwnPage(request)) return 403;
  // Next compares the origin with the host of the request, which may be the name of the proxy.
  const from = URL.parse(headers.origin ?? '')?.host;
  if (action !== undefined && from) headers['x-forwarded-host'] = from;
  if (body === undefined)
    return type.startsWith('multipart/form-data') && !/boundary=/i.test(type) ? 400 : undefined;
  const form = await readForm(type, body);
  if (form === false) return 400;
  return findActionFault(
    { id: action === undefined ? undefined : String(action), type, body, form },
    actions,
  );
}
