import { SendFault } from './send-failure.ts';

/**
 * Where `requireStaff` sends who is not signed in. An action that ends at the door by itself, as a new
 * password does, says so by a notice.
 */
const DOOR = '/newsroom/sign-in?next=';

/** What an action's answer says before Next acts on it; undefined for one that Next may act on. */
export function faultIn({ status, headers }: Response): SendFault | undefined {
  if (status === 403) return new SendFault('forbidden');
  if (status === 413) return new SendFault('tooBig');
  if (status === 404 && headers.get('x-nextjs-action-not-found') !== '1') return new SendFault('gone');
  const [to = ''] = (headers.get('x-action-redirect') ?? '').split(';');
  return to.startsWith(DOOR) ? new SendFault('signedOut') : undefined;
}

/**
 * Next leads a page away when an action answers that nobody is signed in, and puts another page in its place
 * when somebody may not, or when what they meant is gone. Each would take what was typed along; so such an
 * answer counts as a send that failed.
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
