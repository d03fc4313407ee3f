/** A page that lets a hundred articles be picked sends fewer; to read each costs some microseconds, whoever sends it. */
const MOST_PARTS = 2000;

function hasTooManyParts(type: string, body: Buffer): boolean {
  const [, quoted, plain = quoted] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? [];
  if (!plain) return false;
  let parts = 0;
  for (let at = body.indexOf(plain); at >= 0 && parts <= MOST_PARTS; at = body.indexOf(plain, at + plain.length)) parts++;
  return parts > MOST_PARTS;
}

/** The fields of a multipart form; false for one that is broken or of thousands of parts, null for a body of another kind. */
export async function isGoodForm(type: string, body: Buffer): Promise<FormData | false | null> {
  if (!type.startsWith('multipart/form-data')) return null;
  if (hasTooManyParts(type, body)) return false;
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => false as const);
}
