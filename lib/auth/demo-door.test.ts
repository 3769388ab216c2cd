import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { demoDoorIsOpen, demoEmailOf } from "./demo-door";

const HERE = { host: "127.0.0.1:3000", "x-wavegate-peer": "127.0.0.1", "x-wavegate-forwarded": "0" };

beforeEach(() => {
  vi.stubEnv("DATABASE_URL", "postgres://nowhere");
  vi.stubEnv("WAVEGATE_DEMO", "1");
  vi.stubEnv("NEXTAUTH_URL", "http://127.0.0.1:3000");
});
afterEach(() => vi.unstubAllEnvs());

describe("the demo's door", () => {
  it.each([
    [{}],
    [{ host: "localhost:3000" }],
    [{ host: "[::1]:3000", "x-wavegate-peer": "::1" }],
    [{ "x-wavegate-peer": "::ffff:127.0.0.1" }],
  ])("opens on this machine: %j", (more) => {
    expect(demoDoorIsOpen(new Headers({ ...HERE, ...more }))).toBe(true);
  });

  it.each([
    ["another host", { host: "wavegate.example" }],
    ["a host that only begins so", { host: "127.0.0.1.evil.example" }],
    ["another host by name", { host: "localhost.evil.example:3000" }],
    ["a peer elsewhere", { "x-wavegate-peer": "10.0.0.7" }],
    ["a proxy on this machine", { "x-wavegate-forwarded": "1" }],
    ["no host", { host: "" }],
  ])("stays shut for %s", (_case, more) => {
    expect(demoDoorIsOpen(new Headers({ ...HERE, ...more }))).toBe(false);
  });

  it("stays shut where the server noted no peer", () => {
    expect(demoDoorIsOpen(new Headers({ host: "127.0.0.1:3000" }))).toBe(false);
  });

  it.each([
    ["WAVEGATE_DEMO", "0"],
    ["WAVEGATE_HOST", "0.0.0.0"],
    ["NEXTAUTH_URL", "https://wavegate.example"],
  ])("stays shut with %s=%s", (name, value) => {
    vi.stubEnv(name, value);
    expect(demoDoorIsOpen(new Headers(HERE))).toBe(false);
  });

  it("knows the five and nobody else", () => {
    expect(demoEmailOf("auditor")).toBe("noor.haddad@demo.wavegate.example");
    expect(demoEmailOf("partner")).toBeNull();
    expect(demoEmailOf("__proto__")).toBeNull();
  });
});
