/**
 * A page that lets a hundred articles be picked sends fewer; to read each costs some microseconds, whoever
 * sends it.
 */
const MOST_PARTS = 2000;

/**
 * By the name that no part can be without: which boundary holds is for the reader to say, and a header can
 * name two.
 */
function hasTooManyParts(body: Buffer): boolean {
  const names = /content-disposition/gi;
  const text = body.toString('latin1');
  let parts = 0;
  while (parts <= MOST_PARTS && names.test(text)) parts++;
  return parts > MOST_PARTS;
}

/**
 * The fields of a multipart form; false for one that is broken or of thousands of parts, null for a body of
 * another kind.
 */
export async function isGoodForm(type: string, body: Buffer): Promise<FormData | false | null> {
  if (!type.startsWith('multipart/form-data')) return null;
  if (hasTooManyParts(body)) return false;
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => false as const);
}
