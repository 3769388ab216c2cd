import "server-only";
import { Duplex } from "node:stream";
import type pg from "pg";

/** Ends the statement that is a transaction's last act: COMMIT goes out with it, in the same round trip. */
export const THEN_COMMIT = "/* then COMMIT */";

const NOTHING = { rows: [], fields: [], rowCount: 0 };

/**
 * Saves a connection in pipeline mode two waits per transaction: BEGIN goes out with the first statement, and COMMIT
 * with the one that ends in `THEN_COMMIT`, each pair in one packet. Whoever waits still learns of every failure: a
 * failed BEGIN fails the first statement, and a COMMIT that the database turned into ROLLBACK is an error, which it is
 * not by itself.
 */
export function pipelineTransactions(client: pg.ClientBase): void {
  const query: unknown = client.query;
  if (typeof query !== "function") throw new Error("a connection without query");
  const send = (...args: unknown[]): unknown => Reflect.apply(query, client, args);
  let beginsNext = false;
  let ended: Promise<unknown> | null = null;

  /** The result of a statement, after that of the BEGIN it is sent with. */
  function sendWithBegin(args: unknown[]): unknown {
    if (!beginsNext) return send(...args);
    beginsNext = false;
    const begun = quiet(Promise.resolve(send({ text: "BEGIN" })));
    const result = quiet(Promise.resolve(send(...args)));
    return begun.then(() => result);
  }

  function pipelined(...args: unknown[]): unknown {
    const text = args.length === 1 ? textOf(args[0]) : "";
    if (text === "BEGIN") {
      beginsNext = true;
      ended = null;
      return Promise.resolve(NOTHING);
    }
    if (text.endsWith(THEN_COMMIT)) {
      const result = sendWithBegin(args);
      ended = quiet(Promise.resolve(send({ text: "COMMIT" })));
      return result;
    }
    if (text !== "COMMIT" && text !== "ROLLBACK") return sendWithBegin(args);
    const sent = ended ?? Promise.resolve(sendWithBegin(args));
    const outcome = ended === null || text === "COMMIT" ? sent : sent.catch(() => NOTHING);
    ended = null;
    return text === "COMMIT" ? outcome.then(requireCommitted) : outcome;
  }

  const inOnePacket = (...args: unknown[]): unknown => corked(client, () => pipelined(...args));
  Object.defineProperty(client, "query", { value: inOnePacket, configurable: true });
}

/** What `work` writes leaves together. */
function corked<T>(client: object, work: () => T): T {
  const connection: unknown = "connection" in client ? client.connection : null;
  const holdsStream = typeof connection === "object" && connection !== null && "stream" in connection;
  const stream = holdsStream && connection.stream instanceof Duplex ? connection.stream : null;
  stream?.cork();
  try {
    return work();
  } finally {
    stream?.uncork();
  }
}

/** Marks a promise as looked at: whoever gets it is told of its failure, the process is not. */
function quiet(promise: Promise<unknown>): Promise<unknown> {
  promise.catch(() => undefined);
  return promise;
}

function textOf(given: unknown): string {
  const isConfig = typeof given === "object" && given !== null && "text" in given;
  return isConfig && typeof given.text === "string" ? given.text : "";
}

function requireCommitted(result: unknown): unknown {
  const isResult = typeof result === "object" && result !== null && "command" in result;
  if (isResult && result.command === "COMMIT") return result;
  throw new Error("the transaction was rolled back, because a statement in it had failed");
}
