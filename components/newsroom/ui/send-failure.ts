/** Why a form submission failed. In each case the typed text stays in the form. */
export type SendFailure =
  | 'offline'
  | 'unanswered'
  | 'busy'
  | 'signedOut'
  | 'newBuild'
  | 'forbidden'
  | 'gone'
  | 'tooBig'
  | 'fault';

/** A submission whose response reports a failure; see `watchActions`. */
export class SendFault extends Error {
  readonly failure: SendFailure;
  constructor(failure: SendFailure) {
    super(`Not sent: ${failure}`);
    this.failure = failure;
  }
}

type Thrown = { name?: unknown; digest?: unknown };

const digestOf = (error: unknown): string => String((error as Thrown | null)?.digest ?? '');

/** An action that redirects throws an error with this digest; the router has already navigated. */
export const isRedirect = (error: unknown): boolean => digestOf(error).startsWith('NEXT_REDIRECT');

/** What the browser knows about a failed action, the most certain cause first. */
export function failureOf(error: unknown, isOnline: boolean): SendFailure {
  if (error instanceof SendFault) return error.failure;
  // Only an error on the server has a digest, and a line in the server's log.
  if (digestOf(error)) return 'fault';
  if ((error as Thrown | null)?.name === 'UnrecognizedActionError') return 'newBuild';
  // fetch rejects with a TypeError. Offline, nothing left the browser; online, the request may have arrived.
  if (error instanceof TypeError) return isOnline ? 'unanswered' : 'offline';
  return 'busy';
}
