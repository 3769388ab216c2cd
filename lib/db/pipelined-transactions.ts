import "server-only";
import type pg from "pg";

/** Ends the statement that is a transaction's last act: COMMIT goes out with it, in the same round trip. */
export const THEN_COMMIT = "/* then COMMIT */";

const NOTHING = { rows: [], fields: [], rowCount: 0 };

/**
 * Saves a connection in pipeline mode two waits per transaction: BEGIN goes out with the first statement, and COMMIT
 * with the one that ends in `THEN_COMMIT`. Whoever waits still learns of every failure: a failed BEGIN fails the first
 * statement, and a COMMIT that the database turned into ROLLBACK is an error, which it is not by itself.
 */
export function pipelineTransactions(client: pg.ClientBase): void {
  const query: unknown = client.query;
  if (typeof query !== "function") throw new Error("a connection without query");
  const send = (...args: unknown[]): unknown => Reflect.apply(query, client, args);
  let begun: Promise<unknown> | null = null;
  let ended: Promise<unknown> | null = null;

  /** The result of a statement, after that of the BEGIN it was sent with. */
  function sendAfterBegin(args: unknown[]): unknown {
    const before = begun;
    begun = null;
    const result = send(...args);
    if (before === null) return result;
    return quiet(before).then(() => quiet(Promise.resolve(result)));
  }

  function pipelined(...args: unknown[]): unknown {
    const text = args.length === 1 ? textOf(args[0]) : "";
    if (text === "BEGIN") {
      ended = null;
      begun = quiet(Promise.resolve(send(...args)));
      return Promise.resolve(NOTHING);
    }
    if (text.endsWith(THEN_COMMIT)) {
      const result = sendAfterBegin(args);
      ended = quiet(Promise.resolve(send({ text: "COMMIT" })));
      return result;
    }
    if (text !== "COMMIT" && text !== "ROLLBACK") return sendAfterBegin(args);
    const sent = ended ?? Promise.resolve(sendAfterBegin(args));
    const outcome = ended === null || text === "COMMIT" ? sent : sent.catch(() => NOTHING);
    ended = null;
    return text === "COMMIT" ? outcome.then(requireCommitted) : outcome;
  }

  Object.defineProperty(client, "query", { value: pipelined, configurable: true });
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
