import { expect, it } from 'vitest';
import { Busy, Gone, RenderGate } from './render-gate.ts';

const asker = (network: string, isGone = () => false) => ({ network, isGone });
/** Two turns of the loop: what ended has left, and what follows has begun. */
async function soon() {
  for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
}

/** Works that end when told to, and which of them have begun. */
function works(gate: RenderGate) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const run = (name: string, network = name, isGone?: () => boolean) => {
    const done = gate.run(
      asker(network, isGone),
      () =>
        new Promise<string>((resolve) => {
          begun.push(name);
          ends.set(name, () => resolve(name));
        }),
    );
    done.catch(() => undefined);
    return done;
  };
  const end = async (name: string) => {
    ends.get(name)!();
    await soon();
  };
  return { begun, run, end };
}

it('lets so many work at one time, and of one network fewer', async () => {
  const { begun, run, end } = works(
    new RenderGate({ most: 2, mostOfNetwork: 1, mostWaiting: 10, mostWaitingOfNetwork: 10 }),
  );
  for (const name of ['a1', 'a2', 'a3', 'b1', 'c1']) void run(name, name[0]);
  await soon();
  expect(begun).toEqual(['a1', 'b1']);
  await end('b1');
  expect(begun).toEqual(['a1', 'b1', 'c1']);
  await end('a1');
  await end('a2');
  expect(begun).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
});

it('gives each network its turn: one that asks for a hundred does not keep out one that asks for one', async () => {
  const { begun, run, end } = works(
    new RenderGate({ most: 1, mostOfNetwork: 1, mostWaiting: 200, mostWaitingOfNetwork: 150 }),
  );
  for (let n = 0; n < 100; n++) void run(`a${n}`, 'a');
  void run('b', 'b');
  await soon();
  await end('a0');
  await end('a1');
  expect(begun).toEqual(['a0', 'a1', 'b']);
});

it('refuses at once what finds the queue full, of all or of one network', async () => {
  const { run, begun } = works(
    new RenderGate({ most: 1, mostOfNetwork: 1, mostWaiting: 3, mostWaitingOfNetwork: 2 }),
  );
  void run('a', 'a');
  const rest = ['a', 'a', 'a', 'b', 'c'].map((network, n) => run(`${n}`, network));
  await soon();
  expect(begun).toEqual(['a']);
  await expect(rest[2]).rejects.toBeInstanceOf(Busy);
  await expect(rest[4]).rejects.toBeInstanceOf(Busy);
});

it('drops what nobody waits for any more, before it is begun and where room is needed', async () => {
  const { run, begun, end } = works(
    new RenderGate({ most: 1, mostOfNetwork: 1, mostWaiting: 2, mostWaitingOfNetwork: 2 }),
  );
  let isHere = true;
  void run('first', 'a');
  const left = [run('left 1', 'a', () => !isHere), run('left 2', 'b', () => !isHere)];
  isHere = false;
  void run('next', 'c');
  for (const each of left) await expect(each).rejects.toBeInstanceOf(Gone);
  await end('first');
  expect(begun).toEqual(['first', 'next']);
});

it('goes on after a work that fails', async () => {
  const gate = new RenderGate({ most: 1, mostOfNetwork: 1, mostWaiting: 2, mostWaitingOfNetwork: 2 });
  const failed = gate.run(asker('a'), () => Promise.reject(new Error('a fault')));
  const next = gate.run(asker('a'), () => Promise.resolve('done'));
  await expect(failed).rejects.toThrow('a fault');
  expect(await next).toBe('done');
});

it('counts what waits rightly after the gone were dropped for a new one', async () => {
  const { run, begun, end } = works(
    new RenderGate({ most: 1, mostOfNetwork: 1, mostWaiting: 2, mostWaitingOfNetwork: 2 }),
  );
  let isHere = true;
  void run('first', 'a');
  for (const name of ['left 1', 'left 2']) void run(name, 'a', () => !isHere);
  isHere = false;
  // Of the same network as those who have left.
  void run('next 1', 'a');
  void run('next 2', 'a');
  await expect(run('too many', 'a')).rejects.toBeInstanceOf(Busy);
  for (const name of ['first', 'next 1', 'next 2']) await end(name);
  expect(begun).toEqual(['first', 'next 1', 'next 2']);
  // As many may wait as before, and no more.
  void run('again', 'a');
  for (const name of ['b', 'c']) void run(name, name);
  await expect(run('d', 'd')).rejects.toBeInstanceOf(Busy);
});
