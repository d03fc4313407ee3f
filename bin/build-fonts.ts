import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { FONT_FILES } from '#components/site/font-files.ts';

const require = createRequire(import.meta.url);
const folder = 'components/site/fonts';
mkdirSync(folder, { recursive: true });

let total = 0;
for (const { name, family, script, text, keepFeatures, wght, isRare } of FONT_FILES) {
  const source = readFileSync(
    require.resolve(`@fontsource-variable/${family}/files/${family}-${script}-wght-normal.woff2`),
  );
  const font = await subsetFont(source, text, {
    targetFormat: 'woff2',
    variationAxes: { wght },
    noHinting: true,
    keepFeatures,
  });
  writeFileSync(`${folder}/${name}.woff2`, font);
  if (!isRare) total += font.length;
  console.log(
    `${name}: ${(source.length / 1000).toFixed(1)} → ${(font.length / 1000).toFixed(1)} kB${isRare ? ', when asked for' : ''}`,
  );
}
console.log(`Fonts of every page together: ${(total / 1000).toFixed(1)} kB`);
