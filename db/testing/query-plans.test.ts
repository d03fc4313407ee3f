import { expect, it } from 'vitest';
import { listWalks } from './query-plans.ts';

const RANGE = 'SEARCH moderation_decisions USING COVERING INDEX moderation_decisions_time (created_at>?)';

it.each([
  ['once', 'select 1 from moderation_decisions where created_at > 5', []],
  [
    'for each row of a join',
    'select 1 from sections cross join moderation_decisions where created_at > position',
    [RANGE],
  ],
  [
    'for each row of a condition',
    'select 1 from sections where position < (select count(*) from moderation_decisions where created_at > position)',
    [RANGE],
  ],
  [
    'in a subquery that runs once',
    'select 1 from sections where position < (select count(*) from moderation_decisions where created_at > 5)',
    [],
  ],
  [
    'within the rows of one list',
    "select 1 from sections cross join listings where list = id and locale = 'ar' and published_at > position",
    [],
  ],
])('the plan of a range that is read %s', (_, statement, walks) => {
  expect(listWalks(statement)).toEqual(walks);
});
