import { describe, expect, test } from 'vitest';
import {
  afterDecision,
  afterReturn,
  afterSaving,
  afterSending,
  afterTrouble,
  afterTyping,
  dueAt,
  isBehind,
  isSameJson,
  phaseOf,
  startSync,
  troubleOf,
  type DraftSync,
} from './draft-sync.ts';

/** The state of a page after typing at these moments. */
const typed = (...at: number[]): DraftSync => at.reduce(afterTyping, startSync(7));

describe('dueAt', () => {
  test('is null when nothing was typed', () => {
    expect(dueAt(startSync(7))).toBeNull();
    expect(phaseOf(startSync(7))).toBe('clean');
  });

  test('is after a pause in typing, or after ten seconds of typing', () => {
    expect(dueAt(typed(1000))).toBe(2500);
    expect(dueAt(typed(1000, 2000, 3000))).toBe(4500);
    const steadily = typed(...Array.from({ length: 30 }, (_, n) => 1000 + n * 500));
    expect(dueAt(steadily)).toBe(11_000);
  });

  test('sends one save at a time and later changes with the next one', () => {
    let sync = afterSending(typed(1000));
    expect(phaseOf(sync)).toBe('saving');
    sync = afterTyping(sync, 2000);
    expect(dueAt(sync)).toBeNull();
    sync = afterSaving(sync, 8, 2200);
    expect([sync.version, isBehind(sync), phaseOf(sync)]).toEqual([8, true, 'dirty']);
    expect(dueAt(sync)).toBe(3500);
    sync = afterSaving(afterSending(sync), 9, 3700);
    expect([sync.version, isBehind(sync), phaseOf(sync), dueAt(sync)]).toEqual([9, false, 'clean', null]);
  });
});

describe('troubles', () => {
  test('retries forever with growing delays while offline, and at once when the connection is back', () => {
    let sync = typed(0);
    const waits: number[] = [];
    for (let n = 0; n < 7; n++) {
      sync = afterTrouble(afterSending(sync), 'offline', 1000);
      waits.push(dueAt(sync)! - 1000);
    }
    expect(waits).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    expect([phaseOf(sync), isBehind(sync)]).toEqual(['offline', true]);
    sync = afterReturn(sync, 1500);
    expect(dueAt(sync)).toBe(1500);
    expect(phaseOf(afterSending(sync))).toBe('offline');
    expect(phaseOf(afterSaving(afterSending(sync), 8, 1600))).toBe('clean');
  });

  test('waits for a decision after a conflict, a lost right or a deleted article, whatever is typed', () => {
    for (const trouble of ['conflict', 'refused', 'gone'] as const) {
      const sync = afterTyping(afterTrouble(afterSending(typed(0)), trouble, 100), 200);
      expect([phaseOf(sync), dueAt(sync), dueAt(afterReturn(sync, 300)), isBehind(sync)]).toEqual([
        trouble,
        null,
        null,
        true,
      ]);
    }
  });

  test('retries an invalid save only after the text changed', () => {
    const sync = afterTrouble(afterSending(typed(0)), 'invalid', 100);
    expect(dueAt(sync)).toBeNull();
    expect(dueAt(afterTyping(sync, 5000))).toBe(6500);
  });

  test('is clean after taking their version, and has unsaved changes after keeping mine', () => {
    const sync = afterTrouble(afterSending(typed(0)), 'conflict', 100);
    expect([phaseOf(afterDecision(sync, 12, true, 200)), afterDecision(sync, 12, true, 200).version]).toEqual(
      ['clean', 12],
    );
    const mine = afterDecision(sync, 12, false, 200);
    expect([mine.version, phaseOf(mine), dueAt(mine)]).toEqual([12, 'dirty', 1700]);
  });

  test('maps every response status to a trouble, and only a successful save to none', () => {
    const meant = [200, 204, 302, 400, 401, 403, 404, 408, 409, 410, 413, 422, 429, 500, 502, 503].map(
      (status) => [status, troubleOf(status)],
    );
    expect(Object.fromEntries(meant)).toEqual({
      200: null,
      204: null,
      302: 'server',
      400: 'invalid',
      401: 'signedOut',
      403: 'refused',
      404: 'gone',
      408: 'server',
      409: 'conflict',
      410: 'gone',
      413: 'tooBig',
      422: 'invalid',
      429: 'server',
      500: 'server',
      502: 'server',
      503: 'server',
    });
    expect(troubleOf(200, true)).toBe('signedOut');
  });
});

test('isSameJson ignores the order of keys', () => {
  expect(isSameJson({ a: 1, b: [{ c: null, d: 'x' }] }, { b: [{ d: 'x', c: null }], a: 1 })).toBe(true);
  expect(isSameJson({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  for (const [a, b] of [
    [{ a: 1 }, { a: 2 }],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [null, {}],
    [{ a: [1] }, { a: [1, 2] }],
  ])
    expect(isSameJson(a, b)).toBe(false);
});
