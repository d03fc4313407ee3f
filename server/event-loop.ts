/** The next check phase of the event loop: between two of them the loop has looked at every socket once. */
export const nextTurn = () =>
  new Promise<void>((resolve) => {
    setImmediate(resolve);
  });

/** Resolves after a whole look at all sockets: what had arrived on them before the call has been read. */
export async function afterNextPoll(): Promise<void> {
  await nextTurn();
  await nextTurn();
}
