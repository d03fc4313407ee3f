/** The highest first number of a list in a body. */
export const START_MAX = 99_999;

/** Reads a number in Latin, Arabic or Persian digits; 1 if there is none. */
export function readNumber(digits: string | undefined): number {
  const latin = (digits ?? '').replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) =>
    String(digit.charCodeAt(0) & 0xf),
  );
  return /^\d+$/.test(latin) ? Number(latin) : 1;
}

/** The `start` attribute of an `<ol>`; 1 if a body cannot store it. */
export function readStart(written: string | null | undefined): number {
  const start = readNumber(written?.trim());
  return start <= START_MAX ? start : 1;
}
