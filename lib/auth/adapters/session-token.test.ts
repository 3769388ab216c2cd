import { encode } from "next-auth/jwt";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sessionIdOf } from "./session-token";

const SECRET = "a-secret-of-the-test-a-secret-of-the-test";

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_SECRET", SECRET);
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

it("reads the id from a cookie of ours, also the second time", async () => {
  const cookie = await encode({ token: { sessionId: "one" }, secret: SECRET, maxAge: 60 });
  expect(await sessionIdOf(cookie)).toBe("one");
  expect(await sessionIdOf(cookie)).toBe("one");
});

it("refuses what was encrypted with another secret, what was altered, and what is none", async () => {
  const foreign = await encode({ token: { sessionId: "one" }, secret: `${SECRET}-other`, maxAge: 60 });
  const cookie = await encode({ token: { sessionId: "one" }, secret: SECRET, maxAge: 60 });
  for (const one of [
    foreign,
    `${cookie.slice(0, -4)}AAAA`,
    "",
    "null",
    await encode({ token: {}, secret: SECRET }),
  ])
    expect(await sessionIdOf(one)).toBeNull();
});

it("forgets a cookie when it expires", async () => {
  const cookie = await encode({ token: { sessionId: "one" }, secret: SECRET, maxAge: 60 });
  expect(await sessionIdOf(cookie)).toBe("one");
  vi.useFakeTimers({ now: Date.now() + 120_000, toFake: ["Date"] });
  expect(await sessionIdOf(cookie)).toBeNull();
});

it("remembers many, and still knows each", async () => {
  const cookies = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      encode({ token: { sessionId: `s${n}` }, secret: SECRET, maxAge: 60 }),
    ),
  );
  expect(await Promise.all(cookies.map(sessionIdOf))).toEqual(cookies.map((_, n) => `s${n}`));
});
