/** The fields of a multipart form; false for one that is broken, null for a body of another kind. */
export async function isGoodForm(type: string, body: Buffer): Promise<FormData | false | null> {
  if (!type.startsWith('multipart/form-data')) return null;
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => false as const);
}
