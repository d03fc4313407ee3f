/** In order of preference. */
export const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const MAX_KNOWN = 200;
const known = new Map<string, Encoding>();

/** A coding with `q=0` is one that the client refuses. */
function choose(accepted: string): Encoding {
  const codings = accepted
    .toLowerCase()
    .split(',')
    .filter((coding) => !/;\s*q=0(?:\.0*)?\s*$/.test(coding));
  const names = codings.map((coding) => coding.split(';', 1)[0]!.trim());
  return ENCODINGS.find((encoding) => names.includes(encoding)) ?? 'identity';
}

/**
 * Chooses the response encoding by `Accept-Encoding`. There are few different values, so each is parsed once.
 */
export function encodingFor(accepted: string | string[] | undefined): Encoding {
  if (typeof accepted !== 'string') return 'identity';
  const found = known.get(accepted);
  if (found) return found;
  const encoding = choose(accepted);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(accepted, encoding);
  return encoding;
}
