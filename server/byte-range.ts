export type ByteRange = { start: number; end: number };

/**
 * The part of a file that a `Range` header names (RFC 9110 §14). Null when the file has no such part.
 * Undefined when the whole file is sent: several parts, other units, or an invalid range.
 */
export function readRange(header: string, size: number): ByteRange | null | undefined {
  const match = /^bytes=(?:(\d+)-(\d*)|-(\d+))$/i.exec(header);
  if (!match) return undefined;
  const [, first, last, suffix] = match;
  if (last && Number(last) < Number(first)) return undefined;
  const start = suffix ? Math.max(size - Number(suffix), 0) : Number(first);
  const end = Math.min(last ? Number(last) : Infinity, size - 1);
  return start <= end ? { start, end } : null;
}
