import { logFault } from '../log.ts';

/**
 * The result of a form after a server error. The cause is in the log; the form returns with the typed text,
 * which can be sent again.
 */
export const ourFault = (what: string) => (error: unknown) => {
  logFault(what, error);
  return { fault: 'failed' as const };
};
