import "server-only";
import { createHash } from "node:crypto";
import pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { environment } from "@/lib/kernel/environment";

/** Attempts in a quarter of an hour before the answer is to wait; a success gives them back. */
export const ATTEMPTS = { account: 10, address: 60, seconds: 900 } as const;

type Limiters = { account: RateLimiterPostgres; address: RateLimiterPostgres; pool: pg.Pool };
const held = globalThis as typeof globalThis & { wavegateSignInLimit?: Limiters };

/** Counts an attempt against the account and the address; answers the seconds to wait, or null when it may go on. */
export async function countAttempt(email: string, address: string): Promise<number | null> {
  const { account, address: byAddress } = limiters();
  const waits = await Promise.all([consume(account, keyOf(email)), consume(byAddress, address)]);
  const longest = Math.max(...waits);
  return longest > 0 ? Math.ceil(longest / 1000) : null;
}

/** Takes an attempt back that turned out right. */
export async function forgetAttempts(email: string, address: string): Promise<void> {
  const { account, address: byAddress } = limiters();
  await Promise.all([account.delete(keyOf(email)), byAddress.reward(address, 1)]);
}

/** Ends the connections of the limits, for tools and tests. */
export async function closeSignInLimit(): Promise<void> {
  await held.wavegateSignInLimit?.pool.end();
  held.wavegateSignInLimit = undefined;
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
    throw refusal;
  }
}

function limiters(): Limiters {
  held.wavegateSignInLimit ??= open();
  return held.wavegateSignInLimit;
}

function open(): Limiters {
  const pool = new pg.Pool({ connectionString: environment().DATABASE_URL, max: 2, allowExitOnIdle: true });
  // An idle connection that the server ends is no news: the next attempt opens another.
  pool.on("error", () => undefined);
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      tableName: "sign_in_limit",
      tableCreated: true,
      keyPrefix,
      points,
      duration: ATTEMPTS.seconds,
    });
  return {
    pool,
    account: limiter("account", ATTEMPTS.account),
    address: limiter("address", ATTEMPTS.address),
  };
}

/** Addresses of people are not kept in the table of limits, and fit its key. */
function keyOf(email: string): string {
  return createHash("sha256").update(email).digest("hex");
}
