import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

// Builds the whole script of readers' pages: one file, named by its content, so that it can be cached for
// ever.
const folder = 'public/assets';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const result = await build({
  entryPoints: ['reader/main.ts'],
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  write: false,
});
const script = result.outputFiles[0]!.contents;
const path = `/assets/reader-${createHash('sha256').update(script).digest('hex').slice(0, 10)}.js`;
writeFileSync(`public${path}`, script);
writeFileSync('reader/manifest.json', `${JSON.stringify({ path })}\n`);
console.log(`Reader script: ${script.length} bytes, ${gzipSync(script).length} compressed`);
