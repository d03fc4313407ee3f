/**
 * The CPU time of this thread during `work`, in milliseconds; other programs on the machine do not affect it.
 * The system measures it in steps of a few milliseconds.
 */
export function costOf(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
