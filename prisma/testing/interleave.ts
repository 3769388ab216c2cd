import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

/** Numbers from a seed, each in [0, 1): the same seed, the same numbers (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Race = { waiting: (() => void)[]; turn: (() => void) | null; rewrite: (sql: string) => string };

const racing = new AsyncLocalStorage<Race>();
/** How long a statement may keep its turn: one that waits for a lock gives it up, and goes on when the lock is free. */
const QUANTUM_MS = 3;

/**
 * Runs the works at once over connections of their own, and lets one statement go at a time: which of those that wait is next,
 * `random` says. A statement that waits in the database for somebody else's lock holds nobody up. `rewrite` may change the
 * SQL that is sent, for a control. Answers the outcome of each, in order.
 */
export async function interleave<T>(
  works: readonly (() => Promise<T>)[],
  random: () => number,
  rewrite: (sql: string) => string = (sql) => sql,
): Promise<PromiseSettledResult<T>[]> {
  const race: Race = { waiting: [], turn: null, rewrite };
  let running = works.length;
  const outcomes = Promise.allSettled(
    works.map((work) =>
      racing.run(race, work).finally(() => {
        running -= 1;
        race.turn?.();
      }),
    ),
  );
  while (running > 0) {
    if (race.waiting.length === 0) await nextArrival(race);
    const [next] = race.waiting.splice(Math.floor(random() * race.waiting.length), 1);
    if (next === undefined) continue;
    const given = nextArrival(race);
    next();
    await Promise.race([given, new Promise((resolve) => setTimeout(resolve, QUANTUM_MS))]);
  }
  return outcomes;
}

/** When a statement has been answered, another asks for its turn, or a work is over. */
function nextArrival(race: Race): Promise<void> {
  return new Promise((resolve) => {
    race.turn = resolve;
  });
}

/** What was said last on a connection, until it has gone out: nothing of one connection overtakes what it said before. */
const sent = new WeakMap<pg.Client, Promise<void>>();

type Query = (...given: unknown[]) => unknown;

/** Makes every statement of the product's connections ask for its turn, while it belongs to a race; answers the way back. */
export function interceptStatements(): () => void {
  const original = pg.Client.prototype.query;
  const query: Query = original as Query;
  const inTurn = async function (this: pg.Client, ...given: unknown[]) {
    const race = racing.getStore();
    if (race === undefined) return query.apply(this, given);
    const before = sent.get(this);
    let goes = () => {};
    const gone = new Promise<void>((resolve) => {
      goes = resolve;
    });
    sent.set(this, gone);
    await before;
    await new Promise<void>((resolve) => {
      race.waiting.push(resolve);
      race.turn?.();
    });
    goes();
    try {
      return await query.apply(
        this,
        given.map((one) => rewritten(one, race)),
      );
    } finally {
      race.turn?.();
    }
  };
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const callback = given.some((one) => typeof one === "function");
    return racing.getStore() === undefined || callback ? query.apply(this, given) : inTurn.apply(this, given);
  } as typeof original;
  return () => {
    pg.Client.prototype.query = original;
  };
}

function rewritten(given: unknown, { rewrite }: Race): unknown {
  if (typeof given === "string") return rewrite(given);
  if (typeof given !== "object" || given === null || !("text" in given)) return given;
  if (typeof given.text !== "string") return given;
  const text = rewrite(given.text);
  // a statement that is prepared under a name is another one when its words are
  return text === given.text ? given : { ...given, text, name: undefined };
}
