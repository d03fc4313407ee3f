/** A passkey response is two kilobytes; a larger body is something else. */
const MOST_BYTES = 32 * 1024;

/** The JSON that one of our scripts sent; undefined if it is invalid, too large or without a length. */
export async function readJson(request: Request, most = MOST_BYTES): Promise<unknown> {
  const length = Number(request.headers.get('content-length') ?? NaN);
  if (!(length <= most)) return undefined;
  return request.json().catch(() => undefined);
}
