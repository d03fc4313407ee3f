/** A key's answer is two kilobytes; more than this is something else. */
const MOST_BYTES = 32 * 1024;

/** What a script of ours sent, or undefined when it is no JSON or too much of it. */
export async function readJson(request: Request, most = MOST_BYTES): Promise<unknown> {
  const length = Number(request.headers.get('content-length') ?? NaN);
  if (!(length <= most)) return undefined;
  return request.json().catch(() => undefined);
}
