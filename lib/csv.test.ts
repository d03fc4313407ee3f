import { describe, expect, it } from 'vitest';
import { CSV_BOM, toCsv, type CsvCell } from './csv.ts';

const cell = (value: CsvCell) => toCsv([[value]]).slice(0, -2);

describe('a file', () => {
  it('has a line for each row, ended as RFC 4180 says', () => {
    expect(toCsv([['الاسم', 'العدد'], ['سلمى', 3], []])).toBe('الاسم,العدد\r\nسلمى,3\r\n\r\n');
    expect(toCsv([])).toBe('');
  });

  it('begins, for Excel, with the three bytes of UTF-8', () => {
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
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['\nأ', `"'\nأ"`],
    ['\tأ', `"'\tأ"`],
    ['  =1', "'  =1"],
    ['\u200F=1', "'\u200F=1"],
    ['\uFEFF=1', "'\uFEFF=1"],
    ['＝1', "'＝1"],
    ['=HYPERLINK("https://evil.example","اضغط")', `"'=HYPERLINK(""https://evil.example"",""اضغط"")"`],
  ])('that begins like a formula, %j, is text', (value, written) => {
    expect(cell(value)).toBe(written);
  });
});
