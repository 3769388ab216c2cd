import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import * as z from "zod";
import { DEMO_ROLES, type DemoRole, expect, test } from "./fixtures";
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
import type { Reader, Route } from "./routes/route";
import { ROUTES } from "./routes/table";

/** Nothing of this may reach anybody outside the demo program. */
const PROTECTED =
  /Tilbury WMS|Corvane to cloud|EDI and portals|Helen Brandt|Priya Raman|Joost van Dijk|\bR-0\d\d\b/;
const MANIFEST = new URL("../.next/server/app-paths-manifest.json", import.meta.url);

type Who = Reader | "outsider" | null;
type World = { site: string; at: Addresses; cookies: ReadonlyMap<Reader | "outsider", string> };

test("every route of the build is known here", () => {
  const manifest = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(MANIFEST, "utf8")));
  const built = Object.keys(manifest).filter((name) => name !== "/_global-error/page");
  expect(built.toSorted()).toEqual(Object.keys(ROUTES).toSorted());
});

// In turn and in one worker: the people are signed in once, and each part has the time of a test.
test.describe.configure({ mode: "default" });
const PARTS = 3;
let scene: Promise<World> | undefined;

for (let part = 0; part < PARTS; part += 1) {
  const routes = Object.entries(ROUTES).filter((_, place) => place % PARTS === part);
  test(`every route answers only those who may, whatever way it is asked: ${routes.length} of them, part ${part + 1}`, async ({
    signInAs,
    browser,
    site,
  }) => {
    test.setTimeout(300_000);
    const world = await test.step("five roles, a partner, and a member of another program", () => {
      scene ??= setTheScene(signInAs, browser, site);
      return scene;
    });
    for (const [name, route] of routes) await test.step(name, () => isGuarded(world, route));
  });
}

async function isGuarded(world: World, route: Route): Promise<void> {
  const tried = TRICKS.flatMap((trick) => [
    refusesStranger(world, route, trick, null),
    refusesStranger(world, route, trick, "outsider"),
  ]);
  await Promise.all([...tried, refusesOtherProgram(world, route)]);
  for (const reader of EVERY_READER) await answersMember(world, route, reader);
  await refusesOtherSites(world, route);
}

const EVERY_READER: readonly Reader[] = [...DEMO_ROLES, "partner"];

async function setTheScene(
  signInAs: (role: DemoRole) => Promise<Page>,
  browser: Browser,
  site: string,
): Promise<World> {
  const cookies = new Map<Reader | "outsider", string>();
  for (const role of DEMO_ROLES) cookies.set(role, await cookieHeader(await signInAs(role)));
  const manager = await signInAs("program manager");
  foundOtherProgram();
  await takePartnerIn(manager);
  cookies.set("outsider", await cookiesOf(browser, site, OUTSIDER));
  cookies.set("partner", await cookiesOf(browser, site, PARTNER));
  return { site, at: await findAddresses(manager), cookies };
}

/** Whoever is signed out, or belongs to another program, gets not a byte of what is protected. */
async function refusesStranger(world: World, route: Route, trick: Trick, who: Who): Promise<void> {
  const answer = await call(world, route, who, { trick });
  const label = `${route.path(world.at)}, ${who ?? "signed out"}, ${trick.name}: ${answer.status}`;
  // the door names the demo's people
  const door = route.who === "anyone" ? /Helen Brandt|Priya Raman/g : /(?!)/;
  const body = unsaid(answer.body, world).replace(door, "");
  expect.soft(PROTECTED.exec(body)?.[0], label).toBeUndefined();
  expect.soft(PROTECTED.exec(unsaid(answer.headers.location ?? "", world))?.[0], label).toBeUndefined();
  expect.soft(answer.status, label).toBeLessThan(500);
  if (route.who === "anyone" || (route.who === "signed in" && who)) return;
  expect.soft(answer.body.includes(route.says), `${label} says "${route.says}"`).toBe(false);
}

/** The ids of this program, asked for inside one's own, are unknown there. */
async function refusesOtherProgram(world: World, route: Route): Promise<void> {
  if (route.who === "anyone" || route.who === "signed in") return;
  const answer = await call(world, route, "outsider", { at: { ...world.at, program: OTHER_PROGRAM } });
  const label = `${route.path(world.at)} through ${OTHER_PROGRAM}: ${answer.status}`;
  expect.soft(PROTECTED.exec(unsaid(answer.body, world))?.[0], label).toBeUndefined();
}

/** A refusal may repeat the codes that it was asked for. */
function unsaid(body: string, { at }: World): string {
  return body.replaceAll(at.risk, "").replaceAll(at.proposed, "");
}

async function answersMember(world: World, route: Route, reader: Reader): Promise<void> {
  const may = typeof route.who === "string" || route.who.includes(reader);
  const tricks = TRICKS.filter(({ name }) => name === "plain" || (!may && name.startsWith("RSC")));
  await Promise.all(
    tricks.map(async (trick) => {
      const answer = await call(world, route, reader, { trick });
      const label = `${route.path(world.at)}, ${reader}, ${trick.name}: ${answer.status}`;
      expect.soft(answer.body.includes(route.says), `${label} says "${route.says}"`).toBe(may);
      expect.soft(answer.status, label).toBeLessThan(500);
      if (route.who !== "anyone" && answer.body !== "")
        expect.soft(answer.headers["cache-control"], label).toMatch(/private.*no-store/);
      // an upload passes no proxy, which would cut it
      if (/\/(imports|evidence)\/upload$/.test(route.path(world.at))) return;
      if (/\/evidence\/[^/]+\/\d+$/.test(route.path(world.at))) isSealed(answer, label, "sandbox; ");
      else if (HOT_READ.test(route.path(world.at))) isSealed(answer, label);
      else isPoliced(answer, label);
    }),
  );
}

/** The reads that pass no proxy and police themselves. */
const HOT_READ = /^\/api\/p\/[^/]+\/(workloads(\/names)?|risks\/map)(\?.*)?$/;

/** Data, or a file that somebody brought in: nothing of it is shown, run or loaded. */
function isSealed({ headers }: Answer, label: string, sandbox = ""): void {
  const sealed = `${sandbox}default-src 'none'; frame-ancestors 'none'`;
  expect.soft(headers["content-security-policy"], label).toBe(sealed);
  expect.soft(headers["x-content-type-options"], label).toBe("nosniff");
  expect.soft(headers["x-powered-by"], label).toBeUndefined();
}

function isPoliced({ headers }: Answer, label: string): void {
  const policy = String(headers["content-security-policy"]);
  const scripts = policy.split(";").find((part) => part.trim().startsWith("script-src "));
  expect.soft(scripts, label).toMatch(/'nonce-[^']{16,}'/);
  expect.soft(scripts, label).not.toContain("unsafe");
  expect.soft(policy, label).toContain("frame-ancestors 'none'");
  expect.soft(headers["x-content-type-options"], label).toBe("nosniff");
  expect.soft(headers["x-powered-by"], label).toBeUndefined();
}

/** What changes something is refused when another site, or nobody known, caused it. */
async function refusesOtherSites(world: World, route: Route): Promise<void> {
  const reader = typeof route.who === "string" ? "program manager" : (route.who[0] ?? null);
  const foreign: Record<string, string>[] = [
    { origin: "https://elsewhere.example" },
    { origin: "null" },
    { origin: "https://elsewhere.example", "x-forwarded-host": "elsewhere.example" },
    { origin: world.site, "sec-fetch-site": "cross-site" },
    {},
  ];
  const tries = foreign.flatMap((headers) =>
    ["POST", "PUT", "PATCH", "DELETE"].map(async (method) => {
      const action: Record<string, string> = method === "POST" ? { "next-action": "0".repeat(42) } : {};
      const answer = await call(world, route, reader, { method, headers: { ...headers, ...action } });
      const label = `${method} ${route.path(world.at)} with ${JSON.stringify(headers)}`;
      expect.soft([403, 405], label).toContain(answer.status);
      expect.soft(PROTECTED.exec(unsaid(answer.body, world))?.[0], label).toBeUndefined();
    }),
  );
  await Promise.all(tries);
}

type Calling = { trick?: Trick; at?: Addresses; method?: string; headers?: Record<string, string> };

async function call(world: World, route: Route, who: Who, { trick, at, method, headers }: Calling) {
  const path = route.path(at ?? world.at);
  const cookie: Record<string, string> = who === null ? {} : { cookie: world.cookies.get(who) ?? "" };
  const usual = headers ?? { "sec-fetch-site": "same-origin", accept: "application/json, text/html" };
  const asking: Asking = {
    method: method ?? route.method ?? "GET",
    headers: { ...usual, ...trick?.headers, ...cookie },
  };
  const tricked = trick?.path?.(path) ?? path;
  const answer = await ask(world.site, tricked, asking);
  // Next sends a request of its router on to an address with the right key, and then answers
  const { location = "" } = answer.headers;
  const sentOn = trick?.headers?.rsc !== undefined && /[?&]_rsc\b/.test(location);
  return sentOn ? ask(world.site, location, asking) : answer;
}
