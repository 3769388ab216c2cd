import { readFileSync } from "node:fs";
import * as z from "zod";
import { DEMO_ROLES, expect, test } from "./fixtures";
import { type Addresses, findAddresses } from "./routes/addresses";
import { type Answer, type Asking, ask, TRICKS, type Trick } from "./routes/ask";
import {
  cookieHeader,
  cookiesOf,
  foundOtherProgram,
  OTHER_PROGRAM,
  OUTSIDER,
  PARTNER,
  takePartnerIn,
} from "./routes/people";
import { type Reader, ROUTES, type Route } from "./routes/table";

/** Nothing of this may reach anybody outside the demo program. */
const PROTECTED =
  /Tilbury WMS|Corvane to cloud|EDI and portals|Helen Brandt|Priya Raman|Joost van Dijk|\bR-0\d\d\b/;
const MANIFEST = new URL("../.next/server/app-paths-manifest.json", import.meta.url);
const NOBODY: Record<string, string> = { "sec-fetch-site": "same-origin" };

type World = { base: string; at: Addresses; cookies: Map<Reader | "outsider", string> };
let world: World;

test.describe.configure({ mode: "serial" });

test("the world is set: five roles, a partner, and a member of another program", async ({
  signInAs,
  browser,
  site,
}) => {
  const cookies: World["cookies"] = new Map();
  for (const role of DEMO_ROLES) cookies.set(role, await cookieHeader(await signInAs(role)));
  const manager = await signInAs("program manager");
  foundOtherProgram();
  await takePartnerIn(manager);
  cookies.set("outsider", await cookiesOf(browser, site, OUTSIDER));
  cookies.set("partner", await cookiesOf(browser, site, PARTNER));
  world = { base: site, at: await findAddresses(manager), cookies };
});

test("every route of the build is known here", () => {
  const manifest = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(MANIFEST, "utf8")));
  const built = Object.keys(manifest).filter((name) => name !== "/_global-error/page");
  expect(built.toSorted()).toEqual(Object.keys(ROUTES).toSorted());
});

for (const [name, route] of Object.entries(ROUTES)) {
  test(`${name}: only for those who may`, async () => {
    await Promise.all([
      ...TRICKS.map((trick) => refusesStranger(route, trick, null)),
      ...TRICKS.map((trick) => refusesStranger(route, trick, "outsider")),
    ]);
    await refusesOtherProgram(route);
    for (const reader of world.cookies.keys()) if (reader !== "outsider") await answersMember(route, reader);
    await refusesOtherSites(route);
  });
}

/** Whoever is signed out, or belongs to another program, gets not a byte of what is protected. */
async function refusesStranger(route: Route, trick: Trick, who: "outsider" | null): Promise<void> {
  const answer = await call(route, who, { trick });
  const label = `${who ?? "anonymous"}, ${trick.name}: ${answer.status}`;
  // the door names the demo's people
  const body = route.who === "anyone" ? answer.body.replace(/Helen Brandt|Priya Raman/g, "") : answer.body;
  expect(body, label).not.toMatch(PROTECTED);
  expect(answer.headers.location ?? "", label).not.toMatch(PROTECTED);
  expect(answer.status, label).toBeLessThan(500);
  if (route.who === "anyone" || (route.who === "signed in" && who)) return;
  expect(answer.body, label).not.toContain(route.says);
}

/** The ids of this program, asked for inside one's own, are unknown there. */
async function refusesOtherProgram(route: Route): Promise<void> {
  const answer = await call(route, "outsider", { at: { ...world.at, program: OTHER_PROGRAM } });
  if (route.who === "anyone" || route.who === "signed in") return;
  expect(answer.body, `through ${OTHER_PROGRAM}: ${answer.status}`).not.toMatch(PROTECTED);
}

async function answersMember(route: Route, reader: Reader): Promise<void> {
  const may = typeof route.who === "string" || route.who.includes(reader);
  for (const trick of TRICKS.filter(({ name }) => name === "plain" || (!may && name.startsWith("RSC")))) {
    const answer = await call(route, reader, { trick });
    const label = `${reader}, ${trick.name}: ${answer.status}`;
    if (may) expect(answer.body, label).toContain(route.says);
    else expect(answer.body, label).not.toContain(route.says);
    if (route.who !== "anyone") isNeverKept(answer, label);
    if (route.method !== "POST") isPoliced(answer, label);
  }
}

function isNeverKept({ headers }: Answer, label: string): void {
  expect(headers["cache-control"], label).toMatch(/private.*no-store/);
}

function isPoliced({ headers }: Answer, label: string): void {
  const policy = String(headers["content-security-policy"]);
  const scripts = policy.split(";").find((part) => part.trim().startsWith("script-src "));
  expect(scripts, label).toMatch(/'nonce-[^']{16,}'/);
  expect(scripts, label).not.toContain("unsafe");
  expect(policy, label).toContain("frame-ancestors 'none'");
  expect(headers["x-content-type-options"], label).toBe("nosniff");
  expect(headers["x-powered-by"], label).toBeUndefined();
}

/** What changes something is refused when another site, or nobody known, caused it. */
async function refusesOtherSites(route: Route): Promise<void> {
  const [reader] = Array.isArray(route.who) ? route.who : ["program manager" as const];
  const host = new URL(world.base).host;
  const foreign: Record<string, string>[] = [
    { origin: "https://elsewhere.example" },
    { origin: "null" },
    { origin: "https://elsewhere.example", "x-forwarded-host": "elsewhere.example" },
    { origin: `http://${host}`, "sec-fetch-site": "cross-site" },
    {},
  ];
  for (const headers of foreign) {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const action: Record<string, string> = method === "POST" ? { "next-action": "0".repeat(42) } : {};
      const answer = await call(route, reader ?? null, { method, headers: { ...headers, ...action } });
      const label = `${method} with ${JSON.stringify(headers)}`;
      expect([403, 405], label).toContain(answer.status);
      expect(answer.body, label).not.toMatch(PROTECTED);
    }
  }
}

type Calling = { trick?: Trick; at?: Addresses; method?: string; headers?: Record<string, string> };

function call(
  route: Route,
  who: Reader | "outsider" | null,
  { trick, at, method, headers }: Calling,
): Promise<Answer> {
  const path = route.path(at ?? world.at);
  const cookie: Record<string, string> = who === null ? {} : { cookie: world.cookies.get(who) ?? "" };
  const usual = headers ?? NOBODY;
  const asking: Asking = {
    method: method ?? route.method ?? "GET",
    headers: { ...usual, ...trick?.headers, ...cookie },
  };
  return ask(world.base, trick?.path?.(path) ?? path, asking);
}
