import { closeDatabase } from '#db/engine/client.ts';
import { verifyDecisions } from '#db/moderation/chain.ts';
import { engine } from '#db/engine/engine.ts';

// Proves that no decision about a comment was changed, removed or inserted later. Record the last line
// outside the database, because a chain cannot show that its end was cut off.
engine.migrate();
const TOLD_EVERY = 500_000;
const result = await verifyDecisions(undefined, (count) => {
  if (count % TOLD_EVERY === 0) console.error(`${count} rows so far`);
});
closeDatabase();
if (result.ok) {
  console.log(`The chain of decisions holds: ${result.count} rows`);
  console.log(`Last hash: ${result.hash}`);
} else {
  const why =
    result.reason === 'sequence'
      ? 'a row is missing, twice or out of place'
      : 'this row, or the one before it, is not what was written';
  console.error(`The chain of decisions breaks at row ${result.at + 1}: ${why}`);
  process.exitCode = 1;
}
