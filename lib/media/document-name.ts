/** A length that file systems and other programs accept, also in Arabic (two bytes a letter). */
const MAX = 100;
const FORBIDDEN =
  /[\\/:*?"<>|\u0000-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/g;

/** The file name of a downloaded document: its title without characters that file names may not contain. */
export function documentName(title: string): string {
  const name = title
    .normalize('NFC')
    .toWellFormed()
    .replace(/\.pdf$/i, '')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${[...name].slice(0, MAX).join('').trim() || 'document'}.pdf`;
}

/** A URL that ends with the file name: some programs take the name only from there. */
export const documentHref = (hash: string, title: string): string =>
  `/media/${hash}/${encodeURIComponent(documentName(title))}`;

/** RFC 6266: an ASCII name for old programs, and the exact name. */
export function attachmentOf(name: string): string {
  const plain = name
    .replace(/[^\x20-\x7E]+/g, '')
    .replace(/["\\%;]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const isTelling = /[A-Za-z0-9].*\.pdf$/.test(plain);
  const exact = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${isTelling ? plain : 'document.pdf'}"; filename*=UTF-8''${exact}`;
}
