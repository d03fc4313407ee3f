import { logFault } from '../log.ts';

/**
 * What a form is answered with after a fault of ours: the cause is in the log, the words come back and can be
 * sent again.
 */
export const ourFault = (what: string) => (error: unknown) => {
  logFault(what, error);
  return { fault: 'failed' as const };
};
