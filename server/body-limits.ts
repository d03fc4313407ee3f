const KB = 1024;
const MB = 1024 * KB;

/**
 * How much of a body is read for an address; `isStreamed` where it is too large to be held and its handler
 * reads it as it comes.
 */
export type BodyLimit = { most: number; isStreamed?: true };

/** A comment of 20,000 Arabic letters is 120 kB in a form. */
const READER_FORM: BodyLimit = { most: 256 * KB };
/** Next's own limit for what a server action is called with. */
const ACTION: BodyLimit = { most: MB };
const SMALL: BodyLimit = { most: 32 * KB };
const NOTHING: BodyLimit = { most: 0 };

/**
 * The first that fits counts. An address that is spelled otherwise (`%6dedia`) gets what all of the newsroom
 * has.
 */
const LIMITS: [path: RegExp, limit: BodyLimit][] = [
  [/^\/theme$/, { most: KB }],
  // A form without scripts may bring many files.
  [/^\/newsroom\/media\/upload$/, { most: 300 * MB, isStreamed: true }],
  // The whole text of an article with its structure.
  [/^\/newsroom\/articles\/[^/]+\/draft$/, { most: 4 * MB }],
  [
    /^\/newsroom\/(?:language|sign-out|sign-in\/passkey(?:\/options)?|account\/passkeys(?:\/options)?|articles\/[^/]+\/presence)$/,
    SMALL,
  ],
  [/^\/newsroom\/(?:audit\/export|comments\/privacy\/(?:export|wxr))$/, SMALL],
  [/^\/newsroom(?:\/|$)/, ACTION],
  // Where readers' forms are sent: beside an article's comments, and below the writer's own pages.
  [/\/comments(?:$|\/)/, READER_FORM],
];

/** The one place that says how large the body of a request may be, before anything reads it. */
export function bodyLimit(url: string): BodyLimit {
  const path = url.split('?', 1)[0]!;
  return LIMITS.find(([shape]) => shape.test(path))?.[1] ?? NOTHING;
}
