// `npm start` and `npm test` on any machine: installs when needed, builds when stale, then runs. It is plain
// JavaScript without dependencies, because it starts on any Node of the machine (20 or newer), before
// anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
process.chdir(root);

const NODE = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
const environment = {
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
  NEXT_TELEMETRY_DISABLED: '1',
};

function run(command, args, env = environment) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

const hash = (paths) => {
  const sum = createHash('sha256');
  for (const path of paths) sum.update(path).update(readFileSync(path));
  return sum.digest('hex');
};

/** All files below the given paths, in a fixed order, without tests and generated files. */
function files(places) {
  return places
    .flatMap((place) => {
      if (!existsSync(place)) return [];
      if (statSync(place).isFile()) return [place];
      return readdirSync(place)
        .sort()
        .flatMap((name) => files([`${place}/${name}`]));
    })
    .filter(
      (path) =>
        !/\.test\.tsx?$|^public\/assets\/|^components\/site\/fonts\/|^reader\/manifest\.json$|^db\/seed\/|\.d\.json\.ts$/.test(
          path,
        ),
    );
}

/** Runs `work` unless the stamp file shows that it ran with these inputs. */
function whenStale(stamp, inputs, work) {
  const sum = hash(inputs);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sum) return;
  work();
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, sum);
}

export function install() {
  whenStale('node_modules/.midad-installed', ['package.json', 'package-lock.json'], () => {
    console.log('Installing…');
    run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error']);
  });
}

export function build() {
  const sources = files([
    'app',
    'components',
    'db',
    'lib',
    'messages',
    'reader',
    'bin/build-fonts.ts',
    'bin/build-reader.ts',
    'bin/compress-build.ts',
    'next.config.ts',
    'postcss.config.mjs',
    'tsconfig.json',
    'package.json',
    'package-lock.json',
  ]);
  whenStale('.next/midad-built', sources, () => {
    console.log('Building…');
    run(NODE, ['bin/build-fonts.ts']);
    run(NODE, ['bin/build-reader.ts']);
    run(NODE, ['node_modules/next/dist/bin/next', 'build'], { ...environment, NODE_ENV: 'production' });
    run(NODE, ['bin/compress-build.ts']);
  });
}

/** Runs a program on the installed Node 24 with this terminal, forwards signals, and exits with its code. */
function become(args, env) {
  const child = spawn(NODE, args, { stdio: 'inherit', env });
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

const [task = 'start'] = process.argv.slice(2);
install();
if (task === 'start') {
  build();
  become(['server/main.ts', ...process.argv.slice(3)], { ...environment, NODE_ENV: 'production' });
} else if (task === 'build') {
  build();
} else if (task === 'dev') {
  become(['bin/dev.ts'], environment);
} else if (task === 'test') {
  become(['bin/test.ts', ...process.argv.slice(3)], environment);
} else {
  console.error(`Unknown task «${task}»: start, dev, build or test`);
  process.exit(2);
}
