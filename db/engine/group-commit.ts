import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';

/*
 * One disk sync for all writes that wait for a commit (docs/decisions/009). The members of a group run one
 * after another. A member that fails is rolled back alone. No member resolves before the commit of the group.
 */
const MOST = 64;
/**
 * A member that arrives later than this after the group began waits for the next commit. Without this limit
 * late members would delay the results of the first ones.
 */
export const JOIN_MS = 50;

type Outcome = { settle: () => void };
type Member<Group> = { run: (group: Group) => Promise<Outcome>; reject: (error: unknown) => void };

class NothingToCommit extends Error {}

/** `commit` begins a transaction, runs the members and commits; if they throw, it rolls everything back. */
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
      // The clock starts after BEGIN: the wait for another process's lock does not count.
      const started = performance.now();
      for (const member of members) {
        outcomes.push(
          await member.run(group).catch((error: unknown) => {
            failed += 1;
            // An error such as a full disk makes SQLite roll back the whole group with all its writes.
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
    // The wait lets all calls of the same event loop turn join the group.
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
