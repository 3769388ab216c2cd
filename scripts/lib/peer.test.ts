import { expect, it } from "vitest";
import { notePeer } from "./peer.mjs";

function noted(headers: Record<string, string>, remoteAddress?: string) {
  const request = { headers, socket: { remoteAddress } };
  notePeer(request);
  return [request.headers["x-wavegate-peer"], request.headers["x-wavegate-forwarded"]];
}

it("writes the peer over whatever the client sent", () => {
  expect(noted({ "x-wavegate-peer": "127.0.0.1", "x-wavegate-forwarded": "0" }, "10.0.0.7")).toEqual([
    "10.0.0.7",
    "0",
  ]);
  expect(noted({})).toEqual(["unknown", "0"]);
});

it.each(["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"])(
  "notes a proxy by %s",
  (name) => {
    expect(noted({ [name]: "x" }, "127.0.0.1")).toEqual(["127.0.0.1", "1"]);
  },
);
