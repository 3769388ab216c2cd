import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Account } from "@/lib/access/model";
import { changeZone } from "@/lib/programs/commands/change-zone";
import { createAccount } from "@/lib/programs/commands/create-account";
import { changePassword, setPassword } from "@/lib/programs/commands/set-password";
import { countEvents, lastEvent } from "@/prisma/factories/last-event";
import { foundWorld } from "@/prisma/factories/world";
import { asSuperuser, asWeb } from "@/prisma/testing/database";
import { accountByEmail } from "./account-by-email";
import * as hashing from "./adapters/password-hash";
import { ATTEMPTS, closeSignInLimit } from "./adapters/sign-in-limit";
import { endOtherSessions, endSession } from "./commands/end-session";
import { openSession } from "./commands/open-session";
import { accountOfSession } from "./current-account";
import { DEMO_PEOPLE } from "./demo-door";
import { listSessions } from "./queries/list-sessions";
import { REFUSED, signInToDemo, signInWithPassword } from "./sign-in";

const PASSWORD = "correct horse battery";
const HERE = {
  host: "127.0.0.1:3000",
  "x-wavegate-peer": "127.0.0.1",
  "x-wavegate-forwarded": "0",
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0",
};

let admin: Account;
let people = 0;

beforeAll(async () => {
  admin = (await foundWorld()).admin;
});
beforeEach(() => asSuperuser("DELETE FROM sign_in_limit"));
afterAll(closeSignInLimit);

async function personWithPassword(): Promise<Account> {
  people += 1;
  const email = `person.${people}@world.example`;
  await createAccount({ account: admin }, { email, name: `Person ${people}` });
  await setPassword({ account: admin }, { email, password: PASSWORD });
  const account = await accountByEmail(email);
  if (account === null) throw new Error("no account");
  return account;
}

function signIn(email: string, password = PASSWORD, more: Record<string, string> = {}) {
  return signInWithPassword({ email, password }, new Headers({ ...HERE, ...more }));
}

async function signedIn(account: Account): Promise<Account> {
  const found = await accountOfSession((await signIn(account.email)).sessionId);
  if (found === null) throw new Error("the session does not count");
  return found;
}

describe("signing in with a password", () => {
  it("opens a session that counts, and records it", async () => {
    const person = await personWithPassword();
    const { sessionId } = await signIn(` ${person.email.toUpperCase()} `);
    expect(await accountOfSession(sessionId)).toMatchObject({ userId: person.userId, sessionId });
    expect(await lastEvent()).toMatchObject({
      action: "session.opened",
      actor: { id: person.userId },
      after: { method: "password", address: "127.0.0.1" },
    });
  });

  it("answers the same for an unknown account, a wrong password and an account without one", async () => {
    const person = await personWithPassword();
    const verify = vi.spyOn(hashing, "verifyPassword");
    await createAccount({ account: admin }, { email: "none@world.example", name: "None" });
    const attempts = [
      signIn(person.email, "wrong"),
      signIn("nobody@world.example"),
      signIn("none@world.example"),
      signIn(person.email, ""),
    ];
    for (const outcome of await Promise.allSettled(attempts)) {
      expect(outcome).toMatchObject({
        status: "rejected",
        reason: { code: "UNAUTHENTICATED", message: REFUSED },
      });
    }
    verify.mockRestore();
  });

  it("verifies a password for accounts that do not exist as well", async () => {
    expect(await hashing.verifyPassword(null, PASSWORD)).toBe(false);
    const kept = await hashing.hashPassword(PASSWORD);
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hashing.verifyPassword(kept, PASSWORD)).toBe(true);
    const verify = vi.spyOn(hashing, "verifyPassword");
    await expect(signIn("nobody.at.all@world.example")).rejects.toThrow();
    expect(verify).toHaveBeenCalledExactlyOnceWith(null, PASSWORD);
    verify.mockRestore();
  });

  it("lets nobody read a hash with the product's login", async () => {
    await expect(asWeb(`SELECT "passwordHash" FROM "User"`)).rejects.toThrow(/permission denied/);
  });
});

describe("the limit of attempts", () => {
  it("holds per account, also for the right password, and from every address", async () => {
    const person = await personWithPassword();
    for (let attempt = 0; attempt < ATTEMPTS.account; attempt += 1) {
      const peer = { "x-wavegate-peer": `10.0.0.${attempt}` };
      await expect(signIn(person.email, "wrong", peer)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    }
    await expect(signIn(person.email)).rejects.toMatchObject({
      code: "UNAVAILABLE",
      message: "Too many attempts. Wait 15 minutes and try again.",
    });
    const [row] = await asSuperuser<{ keys: string }>(
      `SELECT string_agg(key, ' ') AS keys FROM sign_in_limit`,
    );
    expect(row?.keys).not.toContain(person.email);
  });

  it("holds per address, over many accounts", async () => {
    await asSuperuser("INSERT INTO sign_in_limit (key, points, expire) VALUES ($1, $2, $3)", [
      "address:10.9.9.9",
      ATTEMPTS.address,
      Date.now() + 600_000,
    ]);
    const person = await personWithPassword();
    await expect(signIn(person.email, PASSWORD, { "x-wavegate-peer": "10.9.9.9" })).rejects.toMatchObject({
      code: "UNAVAILABLE",
    });
    expect(await signIn(person.email)).toHaveProperty("sessionId");
  });

  it("is forgotten after a success", async () => {
    const person = await personWithPassword();
    for (let round = 0; round < 2; round += 1) {
      for (let attempt = 0; attempt < ATTEMPTS.account - 1; attempt += 1)
        await expect(signIn(person.email, "wrong")).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
      await signIn(person.email);
    }
  });
});

describe("a session", () => {
  it.each([
    ["idle too long", `"lastSeenAt" = now() - interval '121 minutes'`],
    ["over", `"expiresAt" = now() - interval '1 second'`],
    ["ended", `"endedAt" = now()`],
  ])("does not count when it is %s", async (_case, change) => {
    const person = await signedIn(await personWithPassword());
    await asSuperuser(`UPDATE "LoginSession" SET ${change} WHERE id = $1`, [person.sessionId]);
    expect(await accountOfSession(person.sessionId ?? "")).toBeNull();
    expect(await listSessions(person)).toEqual([]);
  });

  it("does not count when the account is disabled", async () => {
    const person = await signedIn(await personWithPassword());
    await asSuperuser(`UPDATE "User" SET "disabledAt" = now() WHERE id = $1`, [person.userId]);
    expect(await accountOfSession(person.sessionId ?? "")).toBeNull();
    await expect(signIn(person.email)).rejects.toMatchObject({ message: REFUSED });
  });

  it("is opened for oneself alone", async () => {
    const rows = await asWeb<{ id: string | null }>(
      `SELECT wavegate_open_session($1, 'password', 'x', 'x', 1) AS id`,
      [admin.userId],
    );
    expect(rows).toEqual([{ id: null }]);
  });

  it("is listed, this one first, and ended at once", async () => {
    const person = await personWithPassword();
    const [first, second] = [await signedIn(person), await signedIn(person)];
    const listed = await listSessions(first);
    expect(listed.map((entry) => [entry.id, entry.isThisOne, entry.device])).toEqual([
      [first.sessionId, true, "Firefox on Linux"],
      [second.sessionId, false, "Firefox on Linux"],
    ]);
    await endSession({ account: first }, { sessionId: second.sessionId ?? "" });
    expect(await accountOfSession(second.sessionId ?? "")).toBeNull();
    expect(await accountOfSession(first.sessionId ?? "")).not.toBeNull();
    expect(await lastEvent()).toMatchObject({
      action: "session.ended",
      after: { device: "Firefox on Linux", thisOne: false },
    });
    await expect(endSession({ account: first }, { sessionId: second.sessionId ?? "" })).rejects.toMatchObject(
      { code: "NOT_FOUND" },
    );
  });

  it("of somebody else is not found", async () => {
    const mine = await signedIn(await personWithPassword());
    const theirs = await signedIn(await personWithPassword());
    const before = await countEvents();
    await expect(endSession({ account: mine }, { sessionId: theirs.sessionId ?? "" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await accountOfSession(theirs.sessionId ?? "")).not.toBeNull();
    expect(await countEvents()).toBe(before);
  });

  it("ends with all others but this one", async () => {
    const person = await personWithPassword();
    const [first, second, third] = [await signedIn(person), await signedIn(person), await signedIn(person)];
    expect(await endOtherSessions({ account: first }, {})).toEqual({ count: 2 });
    expect(await accountOfSession(second.sessionId ?? "")).toBeNull();
    expect(await accountOfSession(third.sessionId ?? "")).toBeNull();
    expect((await listSessions(first)).map((entry) => entry.id)).toEqual([first.sessionId]);
    await expect(endOtherSessions({ account: first }, {})).rejects.toMatchObject({ code: "INVALID" });
  });
});

describe("the account's own settings", () => {
  const newPassword = "another horse battery";

  it("changes the password against the old one, and ends the other sessions", async () => {
    const person = await personWithPassword();
    const [here, elsewhere] = [await signedIn(person), await signedIn(person)];
    const call = { account: here };
    await expect(changePassword(call, { oldPassword: "wrong", newPassword })).rejects.toMatchObject({
      code: "INVALID",
      fields: { oldPassword: expect.any(String) },
    });
    await expect(changePassword(call, { oldPassword: PASSWORD, newPassword: "short" })).rejects.toMatchObject(
      { fields: { newPassword: expect.any(String) } },
    );
    expect(await changePassword(call, { oldPassword: PASSWORD, newPassword })).toEqual({ endedSessions: 1 });
    expect(await accountOfSession(elsewhere.sessionId ?? "")).toBeNull();
    expect(await accountOfSession(here.sessionId ?? "")).not.toBeNull();
    const event = await lastEvent();
    expect(event).toMatchObject({ action: "user.password-set", after: { by: "the person" } });
    expect(JSON.stringify(event)).not.toMatch(/argon2|horse/);
    await expect(signIn(person.email)).rejects.toMatchObject({ message: REFUSED });
    expect(await signIn(person.email, newPassword)).toHaveProperty("sessionId");
  });

  it("sets a password of another account by administrators alone", async () => {
    const person = await personWithPassword();
    const input = { email: person.email, password: newPassword };
    await expect(setPassword({ account: person }, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const claims = setPassword(
      { account: { ...person, isInstanceAdmin: true } },
      { ...input, email: admin.email },
    );
    await expect(claims).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      setPassword({ account: admin }, { ...input, email: "nobody@world.example" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("changes the zone to one that exists", async () => {
    const person = await signedIn(await personWithPassword());
    await changeZone({ account: person }, { zone: "Asia/Kathmandu" });
    expect((await accountOfSession(person.sessionId ?? ""))?.zone).toBe("Asia/Kathmandu");
    expect(await lastEvent()).toMatchObject({ action: "user.changed", before: { zone: "UTC" } });
    await expect(changeZone({ account: person }, { zone: "Asia/Kathmandu" })).rejects.toMatchObject({
      code: "INVALID",
    });
    await expect(changeZone({ account: person }, { zone: "Mars/Olympus" })).rejects.toMatchObject({
      code: "INVALID",
    });
  });
});

describe("the demo's people", () => {
  const [executive] = DEMO_PEOPLE;

  beforeAll(async () => {
    await createAccount({ account: admin }, { email: executive.email, name: executive.name, isDemo: true });
  });

  it("come in without a password where the door is open", async () => {
    vi.stubEnv("WAVEGATE_DEMO", "1");
    const { sessionId } = await signInToDemo("executive", new Headers(HERE));
    expect(await accountOfSession(sessionId)).toMatchObject({ name: "Marta Okafor", isDemo: true });
    await expect(signInToDemo("auditor", new Headers(HERE))).rejects.toMatchObject({ code: "NOT_FOUND" });
    vi.unstubAllEnvs();
  });

  it("do not come in off loopback, through a proxy, or without the demo", async () => {
    await expect(signInToDemo("executive", new Headers(HERE))).rejects.toMatchObject({ code: "NOT_FOUND" });
    vi.stubEnv("WAVEGATE_DEMO", "1");
    for (const more of [
      { host: "wavegate.example" },
      { "x-wavegate-peer": "10.1.1.1" },
      { "x-wavegate-forwarded": "1" },
    ]) {
      await expect(signInToDemo("executive", new Headers({ ...HERE, ...more }))).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    vi.unstubAllEnvs();
  });

  it("never opens the door to somebody who is not of the demo, nor with the empty password", async () => {
    await expect(signIn(executive.email, "")).rejects.toMatchObject({ message: REFUSED });
    vi.stubEnv("WAVEGATE_DEMO", "1");
    await asSuperuser(`UPDATE "User" SET "isDemo" = false WHERE email = $1`, [executive.email]);
    await expect(signInToDemo("executive", new Headers(HERE))).rejects.toMatchObject({ code: "NOT_FOUND" });
    vi.unstubAllEnvs();
  });
});

it("opens a session by one of the known ways alone", async () => {
  const account = await personWithPassword();
  await expect(
    // @ts-expect-error a way that does not exist
    openSession({ account }, { method: "magic", address: "x", agent: "x" }),
  ).rejects.toMatchObject({ code: "INVALID" });
});
