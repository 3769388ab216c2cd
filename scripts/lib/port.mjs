import { createServer } from "node:net";
import { otherHolders } from "./holders.mjs";
import { isAlive, waitUntil } from "./processes.mjs";
import { Refusal } from "./steps.mjs";

/**
 * Sees to it that the port is free. A server of ours whose npm was killed still holds it: that one is ended. Any other
 * is left alone and named.
 */
export async function claimPort(host, port, dataDir) {
  const problem = await tryPort(host, port);
  if (problem === null) return;
  if (problem !== "EADDRINUSE") throw new Refusal(`Port ${port} on ${host} cannot be used (${problem}).`);
  const ours = otherHolders(dataDir).find((note) => note.port === port);
  if (ours && !isAlive(ours.parent)) {
    process.kill(ours.pid, "SIGTERM");
    if (await waitUntil(async () => (await tryPort(host, port)) === null, 15_000, 200)) return;
  }
  const who = ours ? `Wavegate runs there already (process ${ours.pid})` : "another program uses it";
  throw new Refusal(`Port ${port} is busy: ${who}; stop it, or choose another with --port.`);
}

/** null when the port can be listened on, else the system's code. */
function tryPort(host, port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(error.code));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(null)));
  });
}
