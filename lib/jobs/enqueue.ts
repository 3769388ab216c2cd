import "server-only";
import PgBoss from "pg-boss";
import type { Tx } from "@/lib/db/transaction";
import type { JobData, QueueName } from "./model";

const held = globalThis as typeof globalThis & { wavegateSender?: PgBoss };

/**
 * Puts a job on a queue in the transaction of a command: it is there when the command has committed, and never otherwise.
 * @param afterSeconds not before so many seconds
 */
export async function enqueue(tx: Tx, queue: QueueName, data: JobData, afterSeconds = 0): Promise<void> {
  const db = {
    async executeSql(text: string, values: unknown[]) {
      const plain = values.map((value) =>
        typeof value === "object" && value !== null ? JSON.stringify(value) : value,
      );
      return { rows: await tx.$queryRawUnsafe<unknown[]>(text, ...plain), rowCount: 1 };
    },
  };
  const id = await sender().send(queue, data, { db, startAfter: afterSeconds });
  if (id === null) throw new Error(`there is no queue ${queue}`);
}

/** Never started and without a connection of its own: it only knows the statement that inserts a job. */
function sender(): PgBoss {
  held.wavegateSender ??= new PgBoss({
    db: { executeSql: () => Promise.reject(new Error("jobs are sent in a transaction")) },
    supervise: false,
    schedule: false,
    migrate: false,
  });
  return held.wavegateSender;
}
