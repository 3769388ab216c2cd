import { createServer } from "node:http";
import { root } from "./paths.mjs";
import { notePeer } from "./peer.mjs";
import { Refusal } from "./steps.mjs";

/**
 * Serves the product from this very process: killed, it leaves nothing behind that would hold the port.
 * @returns `close()`, which lets running requests finish for a moment
 */
export async function serveWeb({ host, port, dev }) {
  const { default: next } = await import("next");
  const app = next({ dev, dir: root, hostname: host, port });
  let answer = notReady;
  const server = createServer((request, response) => {
    notePeer(request);
    // The framework stumbles over a method that no browser may send.
    if (request.method === "TRACE") return response.writeHead(405).end();
    return answer(request, response);
  });
  await new Promise((resolve, reject) => {
    server.once("error", ({ code }) =>
      reject(new Refusal(`Port ${port} on ${host} cannot be used (${code}).`)),
    );
    server.listen(port, host, resolve);
  });
  await app.prepare();
  answer = app.getRequestHandler();
  const upgrade = app.getUpgradeHandler();
  server.on("upgrade", (request, socket, head) => upgrade(request, socket, head));
  return { close: () => closeWeb(server, app) };
}

function notReady(_request, response) {
  response.writeHead(503, { "Retry-After": "1", "Cache-Control": "no-store" }).end("Starting.");
}

async function closeWeb(server, app) {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), 3000);
  await closed;
  clearTimeout(patience);
  await app.close();
}
