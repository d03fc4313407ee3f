import { expect, it } from 'vitest';
import { attachmentOf, documentHref, documentName } from './document-name.ts';

it.each([
  ['تقرير المياه 2026', 'تقرير المياه 2026.pdf'],
  ['تقرير.PDF', 'تقرير.pdf'],
  ['a/b\\c:d*e?"f"<g>|h', 'a b c d e f g h.pdf'],
  ['\u202Egpj.exe', 'gpj.exe.pdf'],
  ['../../etc/passwd', 'etc passwd.pdf'],
  ['سطر\nآخر\u0000', 'سطر آخر.pdf'],
  ['  ...  ', 'document.pdf'],
  ['', 'document.pdf'],
  ['\uD800نص', '\uFFFDنص.pdf'],
  ['م'.repeat(300), `${'م'.repeat(100)}.pdf`],
  ['📰'.repeat(100), `${'📰'.repeat(62)}.pdf`],
  ['👨‍👩‍👧'.repeat(30), `${'👨‍👩‍👧'.repeat(13)}.pdf`],
])('the file name of %j is %s', (title, name) => expect(documentName(title)).toBe(name));

it('attachmentOf writes a name for old and new programs', () => {
  expect(attachmentOf('تقرير المياه.pdf')).toBe(
    `attachment; filename="document.pdf"; filename*=UTF-8''%D8%AA%D9%82%D8%B1%D9%8A%D8%B1%20%D8%A7%D9%84%D9%85%D9%8A%D8%A7%D9%87.pdf`,
  );
  expect(attachmentOf(`it's (1) 100% "x";.pdf`)).toBe(
    `attachment; filename="it's (1) 100 x.pdf"; filename*=UTF-8''it%27s%20%281%29%20100%25%20%22x%22%3B.pdf`,
  );
  expect(documentHref('0123456789abcdef', 'تقرير')).toBe(
    '/media/0123456789abcdef/%D8%AA%D9%82%D8%B1%D9%8A%D8%B1.pdf',
  );
});
