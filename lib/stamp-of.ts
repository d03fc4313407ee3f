import { sha256 } from './security/crypto.ts';

/**
 * A short hash of a state. A form returns it, so that an editor who saves over a colleague's change gets a
 * warning.
 */
export const stampOf = (state: unknown): string => sha256(JSON.stringify(state)).slice(0, 16);
