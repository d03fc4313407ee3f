/**
 * Milliseconds of this thread's own processor time that `work` takes: what other programs do on the machine
 * is not in it. The system counts in steps of a few.
 */
export function costOf(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
