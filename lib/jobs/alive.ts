import "server-only";
import pg from "pg";
import { environment } from "@/lib/kernel/environment";

/** So long after a job was taken, whoever took it has marked it as its own. */
const GRACE = "10 seconds";

/**
 * Who works on a job holds a lock on a connection of its own, which the database lets go of when the process is gone, however
 * it ended. A job that is taken but marked by nobody is an orphan.
 */
export class Alive {
  #client: pg.Client | null = null;
  readonly #mine = new Set<string>();

  /** Marks the job as this process's own for the time of `work`. */
  async during(jobId: string, work: () => Promise<void>): Promise<void> {
    const client = await this.#connected();
    await client.query("SELECT pg_advisory_lock(hashtextextended($1, 91))", [jobId]);
    this.#mine.add(jobId);
    try {
      await work();
    } finally {
      this.#mine.delete(jobId);
      await client
        .query("SELECT pg_advisory_unlock(hashtextextended($1, 91))", [jobId])
        .catch(() => undefined);
    }
  }

  /** The jobs of a queue that were taken by a process which is no more. */
  async orphans(queue: string): Promise<string[]> {
    const client = await this.#connected();
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM pgboss.job WHERE name = $1 AND state = 'active' AND started_on < now() - interval '${GRACE}'`,
      [queue],
    );
    const orphans: string[] = [];
    for (const { id } of rows) if (!this.#mine.has(id) && (await this.#isFree(client, id))) orphans.push(id);
    return orphans;
  }

  async close(): Promise<void> {
    await this.#client?.end().catch(() => undefined);
    this.#client = null;
  }

  async #isFree(client: pg.Client, jobId: string): Promise<boolean> {
    const { rows } = await client.query<{ free: boolean }>(
      "SELECT pg_try_advisory_lock(hashtextextended($1, 91)) AS free",
      [jobId],
    );
    if (rows[0]?.free !== true) return false;
    await client.query("SELECT pg_advisory_unlock(hashtextextended($1, 91))", [jobId]);
    return true;
  }

  async #connected(): Promise<pg.Client> {
    if (this.#client !== null) return this.#client;
    const client = new pg.Client({ connectionString: environment().DATABASE_URL, statement_timeout: 15_000 });
    const forget = () => {
      if (this.#client === client) this.#client = null;
    };
    client.on("error", forget);
    client.on("end", forget);
    await client.connect();
    this.#client = client;
    return client;
  }
}
