/** Milliseconds of processor time that some work took: unlike the clock, it does not count what others do meanwhile. */
export async function cpuTime<T>(work: () => T | Promise<T>): Promise<{ took: number; result: T }> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { took: (user + system) / 1_000, result };
}
