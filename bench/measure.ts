import { Agent, request } from "node:http";

const CONNECTIONS = 8;

/** What callers in turn got: completed a second, and how long one took in the middle and of the slow (ms). */
export type Load = { rate: number; p50: number; p95: number };

/** Seconds until the compiler has seen what a request runs through: a server is measured as it is after its first minute. */
const WARM_UP = 4;

/** Lets eight callers repeat `work` unmeasured. */
export async function warmUp(work: (turn: number) => Promise<void>): Promise<void> {
  await repeat(work, WARM_UP);
}

/** What eight callers get who repeat `work` for that long, after a quarter of it to get into step. */
export async function loadOf(work: (turn: number) => Promise<void>, seconds: number): Promise<Load> {
  await repeat(work, seconds / 4);
  return repeat(work, seconds);
}

async function repeat(work: (turn: number) => Promise<void>, seconds: number): Promise<Load> {
  const start = performance.now();
  const end = start + seconds * 1000;
  const times: number[] = [];
  let next = 0;
  async function caller() {
    while (performance.now() < end) {
      next += 1;
      const begun = performance.now();
      await work(next);
      times.push(performance.now() - begun);
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, caller));
  return { rate: times.length / ((performance.now() - start) / 1000), ...percentiles(times) };
}

/** How long `work` takes, one after the other (ms), after once unmeasured. */
export async function timesOf(work: (turn: number) => Promise<unknown>, calls: number) {
  await work(0);
  const times: number[] = [];
  for (let turn = 1; turn <= calls; turn += 1) {
    const start = performance.now();
    await work(turn);
    times.push(performance.now() - start);
  }
  return percentiles(times);
}

export function percentiles(times: readonly number[]): { p50: number; p95: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

/** GETs an address over kept connections; anything but 200 ends the measurement. */
export function getter(address: string | ((turn: number) => string), cookie?: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const headers = cookie === undefined ? {} : { cookie };
  return (turn: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const url = typeof address === "string" ? address : address(turn);
      const sent = request(url, { agent, headers }, (response) => {
        response.resume();
        response.on("end", () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${url}: ${response.statusCode}`)),
        );
      });
      sent.on("error", reject);
      sent.end();
    });
}

/** The middle of several figures. */
export function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}
