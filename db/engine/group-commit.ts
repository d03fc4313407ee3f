import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';

/*
 * One sync of the disk for all writes that wait for one (docs/decisions/009). Members run one after another,
 * each going back alone when it fails; nobody is answered before the commit of all has succeeded.
 */
const MOST = 64;
/**
 * Who comes later than this after the first waits for the next commit: the first ones' answers wait for the
 * last.
 */
export const JOIN_MS = 50;

type Outcome = { settle: () => void };
type Member<Group> = { run: (group: Group) => Promise<Outcome>; reject: (error: unknown) => void };

class NothingToCommit extends Error {}

/** `commit` begins, lets the members run, and commits; or takes everything back when that throws. */
export function createGroupCommit<Group>(
  commit: (runMembers: (group: Group) => Promise<void>) => Promise<void>,
  isLost: () => boolean,
  joinMs = JOIN_MS,
) {
  const waiting: Member<Group>[] = [];
  let isAtWork = false;

  async function runGroup(first: Member<Group>) {
    const members = [first];
    const outcomes: Outcome[] = [];
    let failed = 0;
    let lostTo: unknown;
    const runMembers = async (group: Group) => {
      // The time that another process's lock took is none of the members'.
      const started = performance.now();
      for (const member of members) {
        outcomes.push(
          await member.run(group).catch((error: unknown) => {
            failed += 1;
            // A full disk, say, takes the whole transaction back at once, with what others had written in it.
            if (isLost()) lostTo ??= error;
            return { settle: () => member.reject(error) };
          }),
        );
        if (isLost()) throw lostTo;
        if (members.length < MOST && performance.now() - started < joinMs)
          members.push(...waiting.splice(0, 1));
      }
      if (failed === members.length) throw new NothingToCommit();
    };
    try {
      await commit(runMembers);
    } catch (error) {
      if (!(error instanceof NothingToCommit)) {
        for (const { reject } of members) reject(lostTo ?? error);
        return;
      }
    }
    for (const { settle } of outcomes) settle();
  }

  async function work() {
    isAtWork = true;
    // What came in the same turn of the event loop comes along.
    for (await nextTurn(); waiting.length > 0; await nextTurn()) await runGroup(waiting.shift()!);
    isAtWork = false;
  }

  return <T>(task: (group: Group) => Promise<T>): Promise<T> => {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const run = AsyncLocalStorage.bind(async (group: Group) => {
      const value = await task(group);
      return { settle: () => resolve(value) };
    });
    waiting.push({ run, reject });
    if (!isAtWork) void work();
    return promise;
  };
}
