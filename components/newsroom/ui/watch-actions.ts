import { SendFault } from './send-failure.ts';

/**
 * Where `requireStaff` redirects a person who is not signed in. An action that itself redirects to the
 * sign-in page, as a new password does, adds a notice to the address instead.
 */
const DOOR = '/newsroom/sign-in?next=';

/** Reads the failure from an action's response before Next handles it; undefined if Next may handle it. */
export function faultIn({ status, headers }: Response): SendFault | undefined {
  if (status === 403) return new SendFault('forbidden');
  if (status === 413) return new SendFault('tooBig');
  if (status === 404 && headers.get('x-nextjs-action-not-found') !== '1') return new SendFault('gone');
  const [to = ''] = (headers.get('x-action-redirect') ?? '').split(';');
  return to.startsWith(DOOR) ? new SendFault('signedOut') : undefined;
}

/**
 * Next leaves the page when an action responds that the person is not signed in. It renders another page when
 * the person lacks permission, or when the record is gone. Each would lose the typed text, so such a response
 * counts as a failed submission.
 */
export function watchActions(): void {
  const send = window.fetch;
  window.fetch = async (input, init) => {
    const response = await send(input, init);
    const isAction = init?.method === 'POST' && new Headers(init.headers).has('next-action');
    const fault = isAction ? faultIn(response) : undefined;
    if (fault) throw fault;
    return response;
  };
}
