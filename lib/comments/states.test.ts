import { describe, expect, it } from 'vitest';
import { readState } from '../wordpress/imported-comment.ts';
import { listChoices, listQueues, QUEUES } from './queues.ts';
import { COMMENT_STATES, readStates, states, type CommentStatus, type StateFacts } from './states.ts';

/** A comment that an editor keeps back without a decision: the writer is told that it waits. */
const HELD = {
  ...COMMENT_STATES.pending,
  afterEdit: null,
  webhook: null,
  words: 'withheld',
  wxr: { written: '0', read: ['hold'] },
  act: { label: 'restore', variant: 'plain' },
  isTallied: true,
} as const satisfies StateFacts;

const withHeld = readStates({ ...COMMENT_STATES, held: HELD });

describe('the states of a comment', () => {
  it('give the lists that the desk, the site and the queries use', () => {
    expect(states.live).toEqual(['approved', 'pending']);
    expect(states.aims).toEqual(['approved', 'rejected', 'spam', 'trash', 'pending']);
    expect(states.outcomes).toEqual(['approved', 'rejected', 'spam', 'trash', 'withdrawn']);
    expect(states.with('told', 'waiting')).toEqual(['spam', 'pending']);
    expect(states.with('isCountedAsSent', true)).toEqual(['approved', 'spam', 'pending']);
    expect(states.with('words', 'expire')).toEqual(['spam', 'trash']);
    expect(states.with('mayAppeal', true)).toEqual(['rejected']);
    expect(QUEUES).toEqual([
      'pending',
      'reported',
      'unreviewed',
      'approved',
      'rejected',
      'spam',
      'trash',
      'withdrawn',
    ]);
  });

  it('offer every other decision in the tab of a state, and none on a withdrawn comment', () => {
    const offered = (queue: (typeof QUEUES)[number]) =>
      listChoices(queue, states).map(({ label, variant }) => `${label} ${variant}`);
    expect(offered('pending')).toEqual(['approve main', 'reject plain', 'spam plain', 'trash risky']);
    expect(offered('reported')).toEqual(['keep main', 'reject plain', 'spam plain', 'trash risky']);
    expect(offered('unreviewed')).toEqual(offered('reported'));
    expect(offered('approved')).toEqual(['reject plain', 'spam plain', 'trash risky', 'restore plain']);
    expect(offered('trash')).toEqual(['approve main', 'reject plain', 'spam plain', 'restore plain']);
    expect(offered('withdrawn')).toEqual([]);
  });

  it('give each value of WordPress to one state, and each state another one that it can come back as', () => {
    const read = states.all.flatMap((state) => states.table[state].wxr.read);
    expect(new Set(read).size).toBe(read.length);
    for (const state of states.all) expect(read).toContain(states.table[state].wxr.written);
  });
});

describe('a table with one more state', () => {
  it('has it in the lists that follow from its facts', () => {
    expect(withHeld.all).toEqual([...states.all, 'held']);
    expect(withHeld.live).toEqual([...states.live, 'held']);
    expect(withHeld.aims).toEqual([...states.aims, 'held']);
    expect(withHeld.outcomes).toEqual(states.outcomes);
    expect(withHeld.with('told', 'waiting')).toEqual(['spam', 'pending', 'held']);
    expect(withHeld.with('words', 'withheld')).toEqual(['withdrawn', 'held']);
    expect(withHeld.with('isPublic', true)).toEqual(['approved']);
    expect(withHeld.with('isTallied', true)).toEqual(['approved', 'rejected', 'spam', 'held']);
  });

  it('has a tab for it, and its button in the tabs of the other states', () => {
    expect(listQueues(withHeld).slice(0, 3)).toEqual(['pending', 'held', 'reported']);
    const to = (queue: Parameters<typeof listChoices<typeof withHeld.table>>[0]) =>
      listChoices(queue, withHeld).map((choice) => choice.to);
    expect(to('held')).toEqual(states.aims);
    expect(to('spam')).toEqual(['approved', 'rejected', 'trash', 'pending', 'held']);
    expect(to('reported')).toEqual(['approved', 'rejected', 'spam', 'trash']);
  });

  it('imports it by the value of WordPress and by its own name', () => {
    expect(readState({ approved: 'hold', own: null }, withHeld)).toBe('held');
    expect(readState({ approved: 'hold', own: null }, states)).toBe('pending');
    const own = { id: 'x', status: 'held' };
    expect(readState({ approved: '0', own }, withHeld)).toBe('held');
    expect(readState({ approved: '0', own }, states)).toBe('pending');
  });
});

/* Checked by the compiler alone. */
export const complete = COMMENT_STATES satisfies Record<CommentStatus, StateFacts>;
// @ts-expect-error a table that names the states must have one more row for one more state
export const stateWithoutRow = COMMENT_STATES satisfies Record<CommentStatus | 'held', StateFacts>;
const { tombstone: _tombstone, ...withoutTombstone } = HELD;
// @ts-expect-error a row must have every fact
export const rowWithoutFact = withoutTombstone satisfies StateFacts;
// @ts-expect-error only the states of the table exist
export const unknownState: CommentStatus = 'held';
