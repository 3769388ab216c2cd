import { addressOf, adoptServer, createCluster, startServer, stopServer } from "./cluster.mjs";
import { hold, letGo, otherHolders, withLock } from "./holders.mjs";
import { placeServer } from "./placement.mjs";
import { isAlive } from "./processes.mjs";
import { DATABASE, ensureDatabase, ensureRoles, OWNER, WEB } from "./roles.mjs";

/**
 * Uses the embedded server of a data folder: the one that runs already, else one started now.
 * @param what a note for others that use it, e.g. `{port}` of the web server
 * @param settings further PostgreSQL settings, for a server started now
 */
export async function openEmbedded(
  dataDir,
  secrets,
  { what = {}, settings = /** @type {string[]} */ ([]) } = {},
) {
  const place = placeServer(dataDir);
  const server = await withLock(dataDir, async () => {
    const found = await adoptServer(place, secrets.superPassword);
    if (!found) createCluster(place, secrets.superPassword);
    const running = found ?? (await startServer(place, secrets.superPassword, { settings }));
    await ensureRoles(superAddress(running.port, secrets), secrets);
    await ensureDatabase(superAddress(running.port, secrets));
    hold(dataDir, what);
    return { ...running, adopted: found !== null };
  });
  return new EmbeddedServer({ dataDir, secrets, place, settings, ...server });
}

/** The address of a database of the server, with the superuser's login. */
function superAddress(port, secrets, database = "postgres") {
  return addressOf({ port, user: "wavegate_super", password: secrets.superPassword, database });
}

class EmbeddedServer {
  #watch = null;
  #options;
  #atExit = () => this.#leave();

  constructor({ pid, port, adopted, ...options }) {
    this.pid = pid;
    this.port = port;
    this.adopted = adopted;
    this.moved = options.place.moved;
    this.#options = options;
    process.once("exit", this.#atExit);
  }

  superUrl(database) {
    return superAddress(this.port, this.#options.secrets, database);
  }

  ownerUrl(database = DATABASE) {
    return addressOf({
      port: this.port,
      user: OWNER,
      password: this.#options.secrets.ownerPassword,
      database,
    });
  }

  webUrl(database = DATABASE) {
    return addressOf({ port: this.port, user: WEB, password: this.#options.secrets.webPassword, database });
  }

  /** Starts the server again, at the same port, whenever it has died. `tell` gets a sentence. */
  keepAlive(tell) {
    const look = async () => {
      if (!isAlive(this.pid)) await this.#revive(tell);
      if (this.#watch) this.#watch = setTimeout(look, 1000);
    };
    this.#watch = setTimeout(look, 1000);
  }

  /** Ends this process's use; the last one to do so stops the server. */
  async release() {
    clearTimeout(this.#watch);
    this.#watch = null;
    process.off("exit", this.#atExit);
    const { dataDir } = this.#options;
    await withLock(dataDir, async () => {
      letGo(dataDir);
      if (otherHolders(dataDir).length === 0) await stopServer(this.pid);
    });
  }

  /** When something ends this process without a word: no time to wait, but the server need not stay behind. */
  #leave() {
    const { dataDir } = this.#options;
    letGo(dataDir);
    if (otherHolders(dataDir).length === 0 && isAlive(this.pid)) process.kill(this.pid, "SIGINT");
  }

  async #revive(tell) {
    const { dataDir, place, secrets, settings } = this.#options;
    try {
      await withLock(dataDir, async () => {
        const found = await adoptServer(place, secrets.superPassword);
        const running =
          found ?? (await startServer(place, secrets.superPassword, { port: this.port, settings }));
        this.pid = running.pid;
      });
      tell("The database server had ended; it was started again.");
    } catch (error) {
      tell(`The database server has ended and does not start again: ${error.message}`);
    }
  }
}
