import { Agent, request } from "node:http";

const CONNECTIONS = 8;

/** How often a second `work` completes when eight callers repeat it for that long, after a warm-up of a quarter. */
export async function rateOf(work: (turn: number) => Promise<void>, seconds: number): Promise<number> {
  await repeat(work, seconds / 4);
  return repeat(work, seconds);
}

async function repeat(work: (turn: number) => Promise<void>, seconds: number): Promise<number> {
  const start = performance.now();
  const end = start + seconds * 1000;
  let done = 0;
  let next = 0;
  async function caller() {
    while (performance.now() < end) {
      next += 1;
      await work(next);
      done += 1;
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, caller));
  return done / ((performance.now() - start) / 1000);
}

/** GETs an address over kept connections; anything but 200 ends the measurement. */
export function getter(address: string, cookie?: string): () => Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const headers = cookie === undefined ? {} : { cookie };
  return () =>
    new Promise((resolve, reject) => {
      const sent = request(address, { agent, headers }, (response) => {
        response.resume();
        response.on("end", () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${address}: ${response.statusCode}`)),
        );
      });
      sent.on("error", reject);
      sent.end();
    });
}

/** The middle of several rates. */
export function median(rates: readonly number[]): number {
  return [...rates].sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? Number.NaN;
}
