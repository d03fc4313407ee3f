import { parseArgs } from 'node:util';
import { endWithCommand } from './proof/steps.ts';

/*
 * npm run proof -- scale [10k] [100k] [1m] [--data FOLDER] [--rounds N]: generates archives of these sizes,
 * or reuses them, and prints what each page costs.
 *
 * npm run proof -- stale [--acts N] [--seed N]: does random acts of the newsroom and of readers on the demo
 * newsroom, in two processes, and compares cached pages with fresh ones after each.
 *
 * npm run proof -- busy [10k|100k|1m] [--seconds N] [--pages N] [--rate N] [--changes N] [--workers N]: plays
 * readers and a newsroom on an archive, and prints how many requests found a kept page, and what it cost.
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
    seconds: { type: 'string', default: '300' },
    pages: { type: 'string', default: '20000' },
    rate: { type: 'string', default: '200' },
    changes: { type: 'string', default: '60' },
    workers: { type: 'string', default: '1' },
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
  case 'busy':
    await (await import('./proof/busy.ts')).proveBusy(rest, { ...values, folder: values.data });
    break;
  case 'busy-run':
    await (
      await import('./proof/busy-run.ts')
    ).runBusy({
      seconds: Number(values.seconds),
      pages: Number(values.pages),
      rate: Number(values.rate),
      changes: Number(values.changes),
      workers: Number(values.workers),
    });
    break;
  case 'busy-acts':
    (await import('./proof/busy-acts.ts')).actOnOrders();
    break;
  default:
    console.error('npm run proof -- scale [10k] [100k] [1m] [--data FOLDER] [--rounds N]');
    console.error('npm run proof -- stale [--data FOLDER] [--acts N] [--seed N]');
    console.error('npm run proof -- busy [10k|100k|1m] [--data FOLDER] [--seconds N] [--pages N]');
    console.error('  [--rate N] [--changes N] [--workers N]');
    process.exitCode = 2;
}
