import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  FONT_FILES,
  NASKH_LETTERS,
  OTHER_LETTERS,
  SIGNS,
  unicodeRange,
} from '#components/site/font-files.ts';

const require = createRequire(import.meta.url);

/** The characters of a TrueType font, read from the formats 4 and 12 of its `cmap`. */
function readCharacters(font: Buffer): Set<number> {
  const found = new Set<number>();
  const add = (from: number, to: number) => {
    for (let code = from; code <= to && code !== 0xffff; code++) found.add(code);
  };
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, n) => 12 + 16 * n);
  const cmap = font.readUInt32BE(tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')! + 8);
  for (let n = 0; n < font.readUInt16BE(cmap + 2); n++) {
    const at = cmap + font.readUInt32BE(cmap + 8 + 8 * n);
    const format = font.readUInt16BE(at);
    if (format === 12)
      for (let g = 0; g < font.readUInt32BE(at + 12); g++)
        add(font.readUInt32BE(at + 16 + 12 * g), font.readUInt32BE(at + 20 + 12 * g));
    if (format === 4) {
      const count = font.readUInt16BE(at + 6) / 2;
      for (let s = 0; s < count; s++)
        add(font.readUInt16BE(at + 16 + 2 * count + 2 * s), font.readUInt16BE(at + 14 + 2 * s));
    }
  }
  return found;
}

const built = new Map<string, { characters: Set<number>; bytes: number }>();
beforeAll(async () => {
  for (const { name, family, script, text, keepFeatures, wght } of FONT_FILES) {
    const source = readFileSync(
      require.resolve(`@fontsource-variable/${family}/files/${family}-${script}-wght-normal.woff2`),
    );
    const cut = (targetFormat: 'woff2' | 'sfnt') =>
      subsetFont(source, text, { targetFormat, variationAxes: { wght }, noHinting: true, keepFeatures });
    built.set(name, { characters: readCharacters(await cut('sfnt')), bytes: (await cut('woff2')).length });
  }
});

const LETTERS = {
  'of every Arab country': 'ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة',
  'of Tunisia and Algeria': 'ڨڥپڤ',
  'of Morocco': 'ݣڭگڤپ',
  'of Iraq and Kurdistan': 'گچپژڤڕڵۆێەکی',
  'of Egypt and the Gulf': 'چپڤژگ',
  'of Persian and Urdu names': 'پچژگکیۀہھںےٹڈڑ',
  'without dots, and old ones': 'ٮٯڡڢڧىٱ',
  'of numbers': '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٪٫٬؉',
  'of religious and historical text': 'ﷺﷻ﷽۞۩﴾﴿؀؁؂؃؄۝ۖۗۘۙۚۛۜۥۦٰٕٔ',
  'of vowels and stops': 'ًٌٍَُِّْ،؛؟ـ',
};

describe('letters', () => {
  it.each(Object.entries(LETTERS))('%s are in the files of both faces', (_, letters) => {
    const has = (names: string[], letter: string) =>
      names.some((name) => built.get(name)!.characters.has(letter.codePointAt(0)!));
    const naskh = ['noto-naskh-arabic-arabic', 'noto-naskh-arabic-letters', 'noto-naskh-arabic-signs'];
    for (const letter of letters) {
      expect([letter, has(naskh, letter)]).toEqual([letter, true]);
      // Naskh draws what Vazirmatn lacks: a sign alone, a letter with its word (lib/text/mixed-text.ts).
      const ofSans =
        NASKH_LETTERS.includes(letter) || SIGNS.includes(letter)
          ? naskh
          : ['vazirmatn-arabic', 'vazirmatn-letters'];
      expect([letter, has(ofSans, letter)]).toEqual([letter, true]);
    }
  });

  it('in the list of a rare file are in the built file', () => {
    const missing = FONT_FILES.map(({ name, text, isRare }) => [
      name,
      isRare ? [...text].filter((letter) => !built.get(name)!.characters.has(letter.codePointAt(0)!)) : [],
    ]);
    expect(missing).toEqual(FONT_FILES.map(({ name }) => [name, []]));
  });
});

it('a font file has at most 30 kB, and the files that every page loads at most 55 kB together', () => {
  for (const [name, { bytes }] of built) expect([name, bytes <= 30_000]).toEqual([name, true]);
  const all = FONT_FILES.filter(({ isRare }) => !isRare).map(({ name }) => built.get(name)!.bytes);
  expect(all.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(55_000);
});

it('fonts.ts declares the unicode range of each rare font file', () => {
  const source = readFileSync(new URL('../components/site/fonts.ts', import.meta.url), 'utf8');
  for (const text of [OTHER_LETTERS, OTHER_LETTERS + NASKH_LETTERS, SIGNS])
    expect(source.replaceAll(/value:\s+/g, 'value: ')).toContain(`value: '${unicodeRange(text)}'`);
});
