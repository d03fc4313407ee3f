import { spawnSync } from 'node:child_process';

// `npm run db:generate -- NAME`: writes the migration of a changed schema for both engines. The name says
// what changes, in words joined by `_`: 0021_appreciation_time.
const [name = ''] = process.argv.slice(2);
if (!/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(name)) {
  console.error('Name what changes, as in: npm run db:generate -- appreciation_time');
  process.exit(2);
}
for (const engine of ['sqlite', 'postgres']) {
  const args = [
    'node_modules/drizzle-kit/bin.cjs',
    'generate',
    '--config',
    `db/drizzle.${engine}.ts`,
    '--name',
    name,
  ];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
