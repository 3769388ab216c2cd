import "server-only";
import { Socket } from "node:net";

/**
 * A socket to PostgreSQL that sends the queries of one turn of the event loop as one packet. `pg` corks and uncorks for each
 * query by itself, so that a read of four pipelined queries would wake the database four times.
 */
export class GatheringSocket extends Socket {
  #gathers = false;

  /** Corks are counted: the one of this turn outlasts those of its queries. */
  override cork(): void {
    if (!this.#gathers) {
      this.#gathers = true;
      super.cork();
      process.nextTick(() => {
        this.#gathers = false;
        this.uncork();
      });
    }
    super.cork();
  }
}
