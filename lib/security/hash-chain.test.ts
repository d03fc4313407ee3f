import { describe, expect, it } from 'vitest';
import { chainHash, GENESIS, verifyChain, type ChainedEvent } from './hash-chain.ts';

type Event = ChainedEvent & { act: string; reason: string | null; at: Date };

function chain(events: Omit<Event, 'sequence' | 'hash'>[], from = { count: 0, hash: GENESIS }): Event[] {
  let previous = from.hash;
  return events.map((event, n) => {
    const row = { ...event, sequence: from.count + n + 1 };
    previous = chainHash(previous, row);
    return { ...row, hash: previous };
  });
}

const at = new Date('2026-11-23T12:30:00.123Z');
const facts = ['approve', 'refuse', 'restore', 'spam'].map((act) => ({
  act,
  reason: act === 'refuse' ? 'إهانة' : null,
  at,
}));
const events = chain(facts);
const renumber = (rows: Event[]) => rows.map((row, n) => ({ ...row, sequence: n + 1 }));

describe('a chain', () => {
  it('is valid without changes, and returns its end', () => {
    expect(verifyChain(events)).toEqual({ ok: true, count: 4, hash: events[3]!.hash });
    expect(verifyChain([])).toEqual({ ok: true, count: 0, hash: GENESIS });
  });

  it('can be verified in batches', () => {
    const first = verifyChain(events.slice(0, 2));
    if (!first.ok) throw new Error(first.reason);
    expect(verifyChain(events.slice(2), first)).toEqual({ ok: true, count: 4, hash: events[3]!.hash });
    expect(verifyChain(events.slice(3), first)).toEqual({ ok: false, at: 2, reason: 'sequence' });
    expect(verifyChain(events.slice(2))).toEqual({ ok: false, at: 0, reason: 'sequence' });
  });

  it.each<[string, Record<string, unknown>]>([
    ['its act', { act: 'refuse' }],
    ['its reason', { reason: 'x' }],
    ['its time by a millisecond', { at: new Date(at.getTime() + 1) }],
    ['its time to an invalid one', { at: new Date(Number.NaN) }],
    ['its hash', { hash: 'a'.repeat(64) }],
    ['its hash to an empty one', { hash: '' }],
    ['its hash to the previous one', { hash: GENESIS }],
    ['an additional column', { note: 'x' }],
  ])('detects that an event changed %s', (_name, change) => {
    for (const place of [0, 2, 3]) {
      const changed = events.map((event, n) => (n === place ? ({ ...event, ...change } as Event) : event));
      expect(verifyChain(changed)).toEqual({ ok: false, at: place, reason: 'hash' });
    }
  });

  it('detects a changed event with a recomputed hash', () => {
    const row = { act: 'refuse', reason: null, at, sequence: 1 };
    const forged = { ...row, hash: chainHash(GENESIS, row) };
    expect(verifyChain([forged, ...events.slice(1)])).toEqual({ ok: false, at: 1, reason: 'hash' });
  });

  it('detects a removed event', () => {
    const without = events.toSpliced(1, 1);
    expect(verifyChain(without)).toEqual({ ok: false, at: 1, reason: 'sequence' });
    expect(verifyChain(renumber(without))).toEqual({ ok: false, at: 1, reason: 'hash' });
    expect(verifyChain(events.slice(1))).toEqual({ ok: false, at: 0, reason: 'sequence' });
  });

  it('detects two swapped events', () => {
    const swapped = [events[0]!, events[2]!, events[1]!, events[3]!];
    expect(verifyChain(swapped)).toEqual({ ok: false, at: 1, reason: 'sequence' });
    expect(verifyChain(renumber(swapped))).toEqual({ ok: false, at: 1, reason: 'hash' });
  });

  it('detects an inserted or duplicated event', () => {
    const row = { act: 'approve', reason: null, at, sequence: 2 };
    const inserted = events.toSpliced(1, 0, { ...row, hash: chainHash(events[0]!.hash, row) });
    expect(verifyChain(inserted)).toEqual({ ok: false, at: 2, reason: 'sequence' });
    expect(verifyChain(renumber(inserted))).toEqual({ ok: false, at: 2, reason: 'hash' });
    expect(verifyChain(events.toSpliced(1, 0, events[0]!))).toEqual({ ok: false, at: 1, reason: 'sequence' });
  });

  it('does not detect a missing end or a complete rewrite: this needs the noted head', () => {
    const noted = events[3]!.hash;
    expect(verifyChain(events.slice(0, 3))).toEqual({ ok: true, count: 3, hash: events[2]!.hash });
    const forged = verifyChain(chain(facts.toSpliced(1, 1)));
    expect(forged).toMatchObject({ ok: true });
    expect(forged).not.toMatchObject({ hash: noted });
  });
});

describe('the hash of an event', () => {
  const hash = (event: object) => chainHash(GENESIS, event);

  it('is 64 hex digits that never change, since old chains must stay valid', () => {
    expect(hash({ act: 'approve', at })).toBe(
      '413e56f4f744c4a9f64e343304ddb85992be0a32ec6f492dc6fd435e375dbb4e',
    );
  });

  it('ignores the order of keys, null columns and the type of a date', () => {
    expect(hash({ b: { d: 1, c: [2] }, a: at })).toBe(hash({ a: at.toISOString(), b: { c: [2], d: 1 } }));
    expect(hash({ a: 1, b: null, c: undefined })).toBe(hash({ a: 1 }));
  });

  it.each<[object, object]>([
    [{ a: 1 }, { a: '1' }],
    [{ a: 1 }, { b: 1 }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: [null, 1] }, { a: [1] }],
    [{ a: ['1,2'] }, { a: ['1', '2'] }],
    [{ a: '' }, { a: null }],
    [{ a: {} }, { a: [] }],
    [{ a: false }, { a: null }],
    [{ a: '"},"b":"1' }, { a: '', b: '1' }],
    [{ a: 'ي' }, { a: 'ى' }],
  ])('differs for %j and %j', (one, other) => {
    expect(hash(one)).not.toBe(hash(other));
  });

  it('depends on the previous hash', () => {
    expect(chainHash(hash({}), { a: 1 })).not.toBe(hash({ a: 1 }));
  });

  it('throws for values without JSON', () => {
    for (const value of [Number.NaN, Infinity, 1n]) expect(() => hash({ value })).toThrow(TypeError);
  });
});
