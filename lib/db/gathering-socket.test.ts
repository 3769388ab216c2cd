import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { GatheringSocket } from "./gathering-socket";

const opened: { server: Server; sockets: Socket[] }[] = [];

afterEach(() => {
  for (const { server, sockets } of opened.splice(0)) {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
});

/** A connected socket, what its other end has read so far, and how often it really wrote. */
async function connected() {
  const read: string[] = [];
  const sockets: Socket[] = [];
  const server = createServer((other) => {
    sockets.push(other);
    other.setEncoding("utf8").on("data", (text) => read.push(String(text)));
  });
  opened.push({ server, sockets });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const socket = new GatheringSocket();
  sockets.push(socket);
  await once(
    socket.connect(typeof address === "object" && address ? address.port : 0, "127.0.0.1"),
    "connect",
  );
  const writes = [vi.spyOn(socket, "_write"), vi.spyOn(socket, "_writev")] as const;
  const packets = () => writes.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  return { socket, packets, arrived: (text: string) => expect.poll(() => read.join("")).toBe(text) };
}

/** As `pg` sends a query: corked by itself. */
function query(socket: Socket, ...parts: string[]) {
  socket.cork();
  for (const part of parts) socket.write(part);
  socket.uncork();
}

test("the queries of one turn leave together, in their order", async () => {
  const { socket, packets, arrived } = await connected();
  query(socket, "parse ", "bind ");
  query(socket, "parse ", "bind ");
  query(socket, "sync");
  expect(packets()).toBe(0);
  await arrived("parse bind parse bind sync");
  expect(packets()).toBe(1);
});

test("what comes in a later turn does not wait for anything, and is gathered anew", async () => {
  const { socket, packets, arrived } = await connected();
  query(socket, "one ");
  await nextTurn();
  expect(packets()).toBe(1);
  query(socket, "two ");
  query(socket, "three");
  await arrived("one two three");
  expect(packets()).toBe(2);
});

test("what is sent without a cork goes out at once, and is not held back by an earlier turn", async () => {
  const { socket, packets, arrived } = await connected();
  query(socket, "corked ");
  await nextTurn();
  socket.write("plain");
  expect(packets()).toBe(2);
  await arrived("corked plain");
});

test("a cork that stays open holds what follows, until it is opened", async () => {
  const { socket, packets, arrived } = await connected();
  socket.cork();
  socket.write("held ");
  await nextTurn();
  expect(packets()).toBe(0);
  socket.uncork();
  await arrived("held ");
});

test("ends with what was gathered, and a destroyed one is let go without a fault", async () => {
  const { socket, arrived } = await connected();
  query(socket, "last");
  socket.end();
  await arrived("last");
  const other = await connected();
  const faults: unknown[] = [];
  other.socket.on("error", (fault) => faults.push(fault));
  query(other.socket, "never");
  other.socket.destroy();
  await nextTurn();
  expect(faults).toEqual([]);
});
