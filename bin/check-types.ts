import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

// The build makes the reader's manifest and the fonts; a fresh clone has neither yet.
const node = process.execPath;
if (!existsSync('reader/manifest.json')) execFileSync(node, ['bin/build-reader.ts'], { stdio: 'inherit' });
if (!existsSync('components/site/fonts')) execFileSync(node, ['bin/build-fonts.ts'], { stdio: 'inherit' });
process.exit(
  spawnSync(node, ['node_modules/typescript/bin/tsc', '--noEmit', '--incremental', 'false', '-p', '.'], {
    stdio: 'inherit',
  }).status ?? 1,
);
