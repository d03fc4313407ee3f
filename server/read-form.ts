/**
 * A page on which a hundred articles can be picked sends fewer. Each part costs some microseconds to read.
 */
const MOST_PARTS = 2000;

/**
 * Counts by a header that every part has. The boundary cannot be used: a header can name two, and the parser
 * decides which one counts.
 */
function hasTooManyParts(body: Buffer): boolean {
  const names = /content-disposition/gi;
  const text = body.toString('latin1');
  let parts = 0;
  while (parts <= MOST_PARTS && names.test(text)) parts++;
  return parts > MOST_PARTS;
}

/**
 * The fields of a multipart form. False for a broken form or one with thousands of parts; null for another
 * type of body.
 */
export async function readForm(type: string, body: Buffer): Promise<FormData | false | null> {
  if (!type.startsWith('multipart/form-data')) return null;
  if (hasTooManyParts(body)) return false;
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => false as const);
}
