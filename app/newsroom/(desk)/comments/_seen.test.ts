import { expect, it } from 'vitest';
import { newId } from '#db/engine/ids.ts';
import { seenAs, seenList } from './_seen.ts';

const [one, two] = [newId(), newId()];
const changedAt = new Date('2026-11-23T08:00:00.123Z');

it('reads back the id, status and last edit of each comment that the cards send', () => {
  const text = [
    seenAs({ id: one, status: 'pending', editedAt: null }),
    seenAs({ id: two, status: 'spam', editedAt: changedAt }),
  ].join();
  expect(seenList.parse(text)).toEqual([
    { commentId: one, status: 'pending', editedAt: null },
    { commentId: two, status: 'spam', editedAt: changedAt },
  ]);
});

it.each([
  '',
  ',',
  one,
  `${one}:pending`,
  `${one}:withdrawn:`,
  `${one}:pending:x`,
  `${one}:pending:-1`,
  `x:pending:`,
])('rejects a value that no card sends: «%s»', (text) => {
  expect(seenList.safeParse(text).success).toBe(false);
});
