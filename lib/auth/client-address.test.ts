import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { clientAddress } from "./client-address";

beforeEach(() => vi.stubEnv("DATABASE_URL", "postgres://nowhere"));
afterEach(() => vi.unstubAllEnvs());

it.each([
  ["", "198.51.100.7", "203.0.113.9", "198.51.100.7"],
  ["10.0.0.1", "10.0.0.1", "203.0.113.9", "203.0.113.9"],
  ["10.0.0.1", "10.0.0.1", "6.6.6.6, 203.0.113.9", "203.0.113.9"],
  ["10.0.0.1,10.0.0.2", "::ffff:10.0.0.1", "203.0.113.9, 10.0.0.2", "203.0.113.9"],
  ["10.0.0.1", "10.0.0.1", "", "10.0.0.1"],
  ["10.0.0.1", "198.51.100.7", "203.0.113.9", "198.51.100.7"],
])("with the proxies %j, from %s for %j: %s", (trusted, peer, forwarded, expected) => {
  vi.stubEnv("WAVEGATE_TRUSTED_PROXIES", trusted);
  const headers = new Headers({ "x-wavegate-peer": peer, "x-forwarded-for": forwarded });
  expect(clientAddress(headers)).toBe(expected);
});

it("says that it does not know", () => {
  expect(clientAddress(new Headers({ "x-forwarded-for": "203.0.113.9" }))).toBe("unknown");
});
