/** Resolves in the next check phase of the event loop. Between two of them lies one poll phase. */
export const nextTurn = () =>
  new Promise<void>((resolve) => {
    setImmediate(resolve);
  });

/** Resolves after one full poll phase: data that had arrived on any socket before the call has been read. */
export async function afterNextPoll(): Promise<void> {
  await nextTurn();
  await nextTurn();
}
