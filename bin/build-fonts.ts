import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

// fontsource's «arabic» files lack digits and «», which stand in the latin ones. Ours are cut to what Arabic and basic Latin
// news needs, so that the four together stay within 55 kB (e2e/budgets.ts).
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => String.fromCodePoint(from + n)).join('');

const ARABIC = range(0x621, 0x63a) + range(0x640, 0x652) + range(0x660, 0x669) + ' \u060C\u061B\u061F\u066A\u066B\u066C\u0670\u067E\u0686\u06A4\u06AF\u200C\u200D\u200E\u200F';
const LATIN = `${range(0x20, 0x7e)}\u00A0«»…–—“”‘’•·×`;
const DIGITS = ' \u00A00123456789.,:;!?()[]%+-/"\'«»…–—“”‘’•·×*#@&=_';
const SHAPING = ['ccmp', 'init', 'medi', 'fina', 'isol', 'rlig', 'liga', 'calt', 'mark', 'mkmk', 'curs', 'kern'];
const WEIGHTS = { min: 400, max: 700 };

// Latin letters inside reading text fall to Vazirmatn, so Naskh needs only digits and signs from its latin file, in one weight.
const FILES = [
  { family: 'vazirmatn', script: 'arabic', text: ARABIC, keepFeatures: SHAPING, wght: WEIGHTS },
  { family: 'vazirmatn', script: 'latin', text: LATIN, keepFeatures: ['kern'], wght: WEIGHTS },
  { family: 'noto-naskh-arabic', script: 'arabic', text: ARABIC, keepFeatures: SHAPING, wght: WEIGHTS },
  { family: 'noto-naskh-arabic', script: 'latin', text: DIGITS, keepFeatures: [], wght: 400 },
];

const require = createRequire(import.meta.url);
const folder = 'components/site/fonts';
mkdirSync(folder, { recursive: true });

let total = 0;
for (const { family, script, text, keepFeatures, wght } of FILES) {
  const source = readFileSync(require.resolve(`@fontsource-variable/${family}/files/${family}-${script}-wght-normal.woff2`));
  const font = await subsetFont(source, text, { targetFormat: 'woff2', variationAxes: { wght }, noHinting: true, keepFeatures });
  writeFileSync(`${folder}/${family}-${script}.woff2`, font);
  total += font.length;
  console.log(`${family} ${script}: ${(source.length / 1000).toFixed(1)} → ${(font.length / 1000).toFixed(1)} kB`);
}
console.log(`Fonts together: ${(total / 1000).toFixed(1)} kB`);
