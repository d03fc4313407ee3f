/** As long as file systems and other programs take it, in Arabic as well (two bytes a letter). */
const MAX = 100;
const FORBIDDEN =
  /[\\/:*?"<>|\u0000-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/g;

/** What a reader's computer calls a document: its title, without what file names may not hold. */
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

/** An address that ends in the name: programs that ask for nothing else take it from there. */
export const documentHref = (hash: string, title: string): string =>
  `/media/${hash}/${encodeURIComponent(documentName(title))}`;

/** RFC 6266: in letters of ASCII for old programs, and as it is. */
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
