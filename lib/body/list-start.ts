/** The highest number that a list of a body begins with. */
export const START_MAX = 99_999;

/** The number that digits of any of our sets write; 1 when they write none. */
export function readNumber(digits: string | undefined): number {
  const latin = (digits ?? '').replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) =>
    String(digit.charCodeAt(0) & 0xf),
  );
  return /^\d+$/.test(latin) ? Number(latin) : 1;
}

/** An `<ol>`'s own `start`, as far as a body holds it. */
export function readStart(written: string | null | undefined): number {
  const start = readNumber(written?.trim());
  return start <= START_MAX ? start : 1;
}
