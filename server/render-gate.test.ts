import { expect, it } from 'vitest';
import { Busy, Gone, RenderGate } from './render-gate.ts';

const client = (network: string, isGone = () => false) => ({ network, isGone });
/** Three turns of the event loop, so that ended work has left and the next has begun. */
async function soon() {
  for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
}

/** Starts work that ends when told to; `begun` lists what has begun. */
function works(gate: RenderGate) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const run = (name: string, network = name, isGone?: () => boolean) => {
    const done = gate.run(
      client(network, isGone),
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

it('limits concurrent work, with a lower limit for each network', async () => {
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

it('gives each network its turn: a hundred requests of one network do not block one of another', async () => {
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

it('refuses work at once when the whole queue or that of its network is full', async () => {
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

it('drops waiting work whose client has gone, before it begins or when room is needed', async () => {
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

it('continues after work that fails', async () => {
  const gate = new RenderGate({ most: 1, mostOfNetwork: 1, mostWaiting: 2, mostWaitingOfNetwork: 2 });
  const failed = gate.run(client('a'), () => Promise.reject(new Error('a fault')));
  const next = gate.run(client('a'), () => Promise.resolve('done'));
  await expect(failed).rejects.toThrow('a fault');
  expect(await next).toBe('done');
});

it('counts the queue correctly after it dropped work to make room', async () => {
  const { run, begun, end } = works(
    new RenderGate({ most: 1, mostOfNetwork: 1, mostWaiting: 2, mostWaitingOfNetwork: 2 }),
  );
  let isHere = true;
  void run('first', 'a');
  for (const name of ['left 1', 'left 2']) void run(name, 'a', () => !isHere);
  isHere = false;
  // From the same network as the dropped ones.
  void run('next 1', 'a');
  void run('next 2', 'a');
  await expect(run('too many', 'a')).rejects.toBeInstanceOf(Busy);
  for (const name of ['first', 'next 1', 'next 2']) await end(name);
  expect(begun).toEqual(['first', 'next 1', 'next 2']);
  // The limits are the same as before.
  void run('again', 'a');
  for (const name of ['b', 'c']) void run(name, name);
  await expect(run('d', 'd')).rejects.toBeInstanceOf(Busy);
});
