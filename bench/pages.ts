import { gzipSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { findBrowser } from "../scripts/lib/browser.mjs";
import type { Estate } from "./estate";
import { median, percentiles } from "./measure";
import { openSession, type Running } from "./servers";
import { count, printTable, verdict } from "./table";

type Paint = { lcp: number; shift: number };
export type PageLine = { place: string; size: number; html: number; scripts: number; paint: Paint | null };
export type ClickLine = { what: string; size: number; p50: number; p95: number };

const PLACES = ["", "/workloads", "/dependencies", "/data-health", "/questions", "/assets", "/risks"];
const LOADS = 5;
const CLICKS = 20;

/** What a first visit to some pages costs, and how long a filter of the list takes from click to rows, in Chromium if any. */
export async function benchPages(owner: string, product: Running, { actor, workloadIds }: Estate) {
  const { cookie } = await openSession(owner, actor);
  const base = `${product.address}/p/${actor.programSlug}`;
  const size = workloadIds.length;
  const executablePath = findBrowser(chromium.executablePath());
  const browser =
    executablePath === null
      ? null
      : await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const pages: PageLine[] = [];
  for (const path of PLACES) {
    const weight = await weighed(base + path, cookie);
    const paint = browser && (await painted(browser, base + path, cookie));
    pages.push({ place: path.slice(1) || "home", size, ...weight, paint });
  }
  const clicks = browser === null ? [] : await clicked(browser, `${base}/workloads`, cookie, size);
  await browser?.close();
  return { pages, clicks };
}

/** Prints what `benchPages` measured. */
export function printPages(pages: readonly PageLine[], clicks: readonly ClickLine[]): void {
  console.log("\nFirst visit as program manager; gzip kB; LCP and layout shift in Chromium, medians of 5.");
  printTable(
    ["page", "workloads", "HTML kB", "scripts kB", "aim kB", "LCP s", "aim s", "shift", "aim"],
    pages.map(({ place, size, html, scripts, paint }) => [
      place,
      count(size),
      html.toFixed(0),
      scripts.toFixed(0),
      verdict(Math.round(scripts), { most: 200 }),
      paint?.lcp.toFixed(2) ?? "no browser",
      verdict(paint?.lcp ?? null, { most: 0.6 }),
      paint?.shift.toFixed(3) ?? "no browser",
      verdict(paint?.shift ?? null, { most: 0.02 }),
    ]),
  );
  if (clicks.length === 0) return;
  console.log("\nFrom a click in the list of workloads to the rows that it asks for, in ms.");
  printTable(
    ["what", "workloads", "p50 ms", "p95 ms", "aim ms"],
    clicks.map(({ what, size, p50, p95 }) => [
      what,
      count(size),
      p50.toFixed(0),
      p95.toFixed(0),
      verdict(Math.round(p50), { most: 50 }),
    ]),
  );
}

async function weighed(url: string, cookie: string): Promise<{ html: number; scripts: number }> {
  const html = await textOf(url, cookie);
  const sources = new Set([...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source]) => source));
  let scripts = 0;
  for (const source of sources) scripts += packed(await textOf(new URL(source ?? "", url).href, cookie));
  return { html: packed(html), scripts };
}

async function painted(browser: Browser, url: string, cookie: string): Promise<Paint> {
  const lcps: number[] = [];
  const shifts: number[] = [];
  for (let load = 0; load < LOADS; load += 1) {
    const context = await contextOf(browser, url, cookie);
    const page = await context.newPage();
    await page.goto(url, { waitUntil: "networkidle" });
    const seen = await page.evaluate(paints);
    lcps.push(seen.lcp / 1000);
    shifts.push(seen.shift);
    await context.close();
  }
  return { lcp: median(lcps), shift: median(shifts) };
}

async function clicked(browser: Browser, url: string, cookie: string, size: number): Promise<ClickLine[]> {
  const context = await contextOf(browser, url, cookie);
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "networkidle" });
  const lines: ClickLine[] = [];
  for (const [what, selector] of [
    ["filter by criticality", 'input[name="criticality"][value="support"]'],
  ] as const) {
    const times: number[] = [];
    for (let turn = 0; turn < CLICKS; turn += 1) times.push(await page.evaluate(untilShown, selector));
    lines.push({ what, size, ...percentiles(times.slice(2)) });
  }
  await context.close();
  return lines;
}

async function contextOf(browser: Browser, url: string, cookie: string): Promise<BrowserContext> {
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(120_000);
  await context.addCookies([{ name, value, url }]);
  // What is run in the page was compiled for here, and names its functions by a helper that is only here.
  await context.addInitScript("globalThis.__name = (one) => one");
  return context;
}

/** Runs in the page: clicks, and answers when another count or other rows have been painted (ms). */
function untilShown(selector: string): Promise<number> {
  const shown = () =>
    [...document.querySelectorAll("main [role=status], main tbody tr:first-child")]
      .map((one) => one.textContent)
      .join();
  const element = document.querySelector<HTMLElement>(selector);
  const main = document.querySelector("main");
  if (element === null || main === null) throw new Error(`there is no ${selector}`);
  const before = shown();
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const watch = new MutationObserver(() => {
      if (shown() === before) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    });
    watch.observe(main, { childList: true, subtree: true, characterData: true });
    element.click();
    setTimeout(() => reject(new Error(`${selector}: nothing else is shown`)), 30_000);
  });
}

/** Runs in the page: when its largest part was painted (ms), and how far things moved. */
function paints(): Promise<Paint> {
  return new Promise((resolve) => {
    let shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ("value" in entry) shift += Number(entry.value);
    }).observe({ type: "layout-shift", buffered: true });
    new PerformanceObserver((list) => {
      const lcp = list.getEntries().at(-1)?.startTime ?? Number.NaN;
      setTimeout(() => resolve({ lcp, shift }), 50);
    }).observe({ type: "largest-contentful-paint", buffered: true });
  });
}

async function textOf(address: string, cookie: string): Promise<string> {
  const answer = await fetch(address, { headers: { cookie } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}

function packed(text: string): number {
  return gzipSync(text).length / 1000;
}
