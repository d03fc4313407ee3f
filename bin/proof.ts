import { parseArgs } from 'node:util';

/*
 * npm run proof -- scale [10k] [100k] [1m] [--data FOLDER] [--rounds N]: generates archives of these sizes,
 * or reuses them, and prints what each page costs. The other sub-commands are steps of it, in processes of
 * their own: the environment of a process names one data folder.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: 'data/proof' },
    rounds: { type: 'string', default: '3' },
  },
});
const [command, ...rest] = positionals;

switch (command) {
  case 'scale':
    await (await import('./proof/scale.ts')).proveScale(rest, { folder: values.data, rounds: values.rounds });
    break;
  case 'fill':
    await (await import('./proof/fill.ts')).fill(Number(rest[0]));
    break;
  case 'measure':
    await (await import('./proof/measure.ts')).measure(Number(values.rounds));
    break;
  default:
    console.error('npm run proof -- scale [10k] [100k] [1m] [--data FOLDER] [--rounds N]');
    process.exitCode = 2;
}
