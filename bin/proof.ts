import { parseArgs } from 'node:util';
import { endWithCommand } from './proof/steps.ts';

/*
 * npm run proof -- scale [10k] [100k] [1m] [--data FOLDER] [--rounds N]: generates archives of these sizes,
 * or reuses them, and prints what each page costs.
 *
 * npm run proof -- stale [--acts N] [--seed N]: does random acts of the newsroom and of readers on the demo
 * newsroom, in two processes, and compares cached pages with fresh ones after each.
 *
 * The other sub-commands are steps of these, in processes of their own: the environment of a process names
 * one data folder.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: 'data/proof' },
    rounds: { type: 'string', default: '3' },
    acts: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    port: { type: 'string', default: '3910' },
  },
});
const [command, ...rest] = positionals;
endWithCommand();

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
  case 'stale':
    await (await import('./proof/stale.ts')).proveFresh(values.data, values.acts, values.seed);
    break;
  case 'stale-run':
    await (
      await import('./proof/stale-run.ts')
    ).run(Number(values.acts), Number(values.seed), Number(values.port));
    break;
  case 'stale-acts':
    (await import('./proof/stale-acts.ts')).actOnMessages();
    break;
  default:
    console.error('npm run proof -- scale [10k] [100k] [1m] [--data FOLDER] [--rounds N]');
    console.error('npm run proof -- stale [--data FOLDER] [--acts N] [--seed N]');
    process.exitCode = 2;
}
