import { listPeople } from '#db/people/people.ts';
import { RANDOM_ACTS } from '#db/testing/acts/random-acts.ts';
import { Random } from '#db/testing/random.ts';
import type { Person } from '#lib/people/can.ts';

export type Order = { name: string; seed: number };
export type Done = { outcome: 'done' | 'refused' };

export const ACT_NAMES = Object.keys(RANDOM_ACTS);

/** An administrator, who may do everything. */
export async function administrator(): Promise<Person> {
  const found = (await listPeople()).find(({ role }) => role === 'admin');
  if (!found) throw new Error('There is no administrator');
  return { id: found.id, name: found.name, role: 'admin' };
}

let person: Person | undefined;

/**
 * Does one act. It may be refused, because what it found has changed, or because there is nothing to do it
 * on.
 */
export async function act({ name, seed }: Order): Promise<Done> {
  person ??= await administrator();
  try {
    const result: unknown = await RANDOM_ACTS[name]!(new Random(seed), person);
    const isRefused = !result || (typeof result === 'object' && ('fault' in result || 'outcome' in result));
    return { outcome: isRefused ? 'refused' : 'done' };
  } catch (error) {
    const { message } = error as Error;
    // An article that waits for a picture, for example, cannot be published (`publishNow` of the tests).
    if (message === 'There is nothing to pick from' || message.startsWith('{"fault":'))
      return { outcome: 'refused' };
    throw error;
  }
}

/** The second process: does the acts that the first one sends. */
export function actOnMessages(): void {
  async function answer(order: Order) {
    process.send!(await act(order));
  }
  process.on('message', (order: Order) => void answer(order));
  process.channel!.ref();
}
