import { serveWeb } from "../lib/web-server.mjs";

/** Serves the built product as `npm start` does, from a process that can be killed; says so when it does. */
const [port = "0"] = process.argv.slice(2);
await serveWeb({ host: "127.0.0.1", port: Number(port), dev: false });
process.stdout.write("serves\n");
