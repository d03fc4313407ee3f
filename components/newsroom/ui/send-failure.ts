/** Why a form that was sent was not answered. None of these takes a word out of the form. */
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

/** A send that failed by what its answer says; see `watchActions`. */
export class SendFault extends Error {
  readonly failure: SendFailure;
  constructor(failure: SendFailure) {
    super(`Not sent: ${failure}`);
    this.failure = failure;
  }
}

type Thrown = { name?: unknown; digest?: unknown };

const digestOf = (error: unknown): string => String((error as Thrown | null)?.digest ?? '');

/**
 * An action that ends in another page is answered by an error with this digest; the router has gone there
 * already.
 */
export const isRedirect = (error: unknown): boolean => digestOf(error).startsWith('NEXT_REDIRECT');

/** What the browser knows of a failed action, in the order of how sure it is. */
export function failureOf(error: unknown, isOnline: boolean): SendFailure {
  if (error instanceof SendFault) return error.failure;
  // Only what failed on the server has a digest, and a line in its log.
  if (digestOf(error)) return 'fault';
  if ((error as Thrown | null)?.name === 'UnrecognizedActionError') return 'newBuild';
  // fetch rejects with a TypeError: without a connection nothing left the browser; otherwise the request may
  // have arrived.
  if (error instanceof TypeError) return isOnline ? 'unanswered' : 'offline';
  return 'busy';
}
