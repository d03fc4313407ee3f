import type { IncomingMessage } from 'node:http';
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js';
import { env } from '#lib/env.ts';
import { findActionFault, type Actions } from './action-arguments.ts';
import { isGoodForm } from './good-form.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const ownHost = new URL(env.siteUrl).host;

/** Whether a page of the newsroom itself sends this; a browser cannot be made to say so by another site. */
function isFromOwnPage({ headers }: IncomingMessage): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (origin === undefined) return true; // no browser; the action asks again who it is
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
 * The status with which a request to the newsroom is refused before Next reads it; undefined for one that
 * makes sense. What Next throws at would be a 500 and a stack in the log for what is somebody else's fault.
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
  // Next compares with the name it was asked under, which may be the proxy's.
  const from = URL.parse(headers.origin ?? '')?.host;
  if (action !== undefined && from) headers['x-forwarded-host'] = from;
  if (body === undefined)
    return type.startsWith('multipart/form-data') && !/boundary=/i.test(type) ? 400 : undefined;
  const form = await isGoodForm(type, body);
  if (form === false) return 400;
  return findActionFault(
    { id: action === undefined ? undefined : String(action), type, body, form },
    actions,
  );
}
