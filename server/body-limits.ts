import { acceptsForm } from './routes.ts';

const KB = 1024;
const MB = 1024 * KB;

/**
 * The largest body that is read for an address. With `isStreamed` the body is too large to be buffered, and
 * its handler reads it as a stream.
 */
export type BodyLimit = { most: number; isStreamed?: true };

/** A comment of 20,000 Arabic letters is 120 kB in a form. */
const READER_FORM: BodyLimit = { most: 256 * KB };
/** Next's own limit for the body of a server action. */
const ACTION: BodyLimit = { most: MB };
const SMALL: BodyLimit = { most: 32 * KB };
const NOTHING: BodyLimit = { most: 0 };

/**
 * The first match counts. An address in another spelling (`%6dedia`) gets the limit of the whole newsroom.
 */
const LIMITS: [path: RegExp, limit: BodyLimit][] = [
  [/^\/theme$/, { most: KB }],
  // A form that is submitted without JavaScript may hold many files.
  [/^\/newsroom\/media\/upload$/, { most: 300 * MB, isStreamed: true }],
  // The whole text of an article with its structure.
  [/^\/newsroom\/articles\/[^/]+\/draft$/, { most: 4 * MB }],
  [
    /^\/newsroom\/(?:language|sign-out|sign-in\/passkey(?:\/options)?|account\/passkeys(?:\/options)?|articles\/[^/]+\/presence)$/,
    SMALL,
  ],
  [/^\/newsroom\/(?:audit\/export|comments\/privacy\/(?:export|wxr))$/, SMALL],
  [/^\/newsroom(?:\/|$)/, ACTION],
];

/** The largest body of a request, checked before anything reads it. No other place sets such a limit. */
export function bodyLimit(url: string): BodyLimit {
  const path = url.split('?', 1)[0]!;
  return LIMITS.find(([shape]) => shape.test(path))?.[1] ?? (acceptsForm(url) ? READER_FORM : NOTHING);
}
