import { gzipSync } from "node:zlib";
import type { Browser } from "@playwright/test";
import type { Actor } from "@/lib/access/model";
import { contextOf, openBrowser } from "./browser";
import type { Readers } from "./decisions";
import type { Estate } from "./estate";
import { median } from "./measure";
import { openSession, type Running } from "./servers";
import { count, printTable, verdict } from "./table";

type Paint = { lcp: number; shift: number };
export type PageLine = { place: string; size: number; html: number; scripts: number; paint: Paint | null };

/** By who opens them, what is named and where it is. */
const PLACES: readonly (readonly [keyof Readers, string, string])[] = [
  ["program_manager", "plan", ""],
  ["program_manager", "workloads", "/workloads"],
  ["program_manager", "dependencies", "/dependencies"],
  ["program_manager", "data-health", "/data-health"],
  ["program_manager", "questions", "/questions"],
  ["program_manager", "assets", "/assets"],
  ["executive", "executive brief", ""],
  ["platform_engineer", "my work", ""],
  ["business_owner", "my services", ""],
  ["auditor", "reading room", "/audit"],
  ["executive", "gate", "/waves/4/gate"],
  ["executive", "wave", "/waves/4"],
  ["executive", "waves", "/waves"],
  ["platform_engineer", "checklist", "/waves/4?tab=checklist"],
  ["executive", "risks", "/risks"],
  ["executive", "heatmaps, score", "/risks/heatmaps"],
  ["executive", "heatmaps, wave", "/risks/heatmaps?by=wave"],
  ["executive", "trends", "/trends"],
  ["executive", "recovery", "/recovery"],
  ["executive", "calendar", "/calendar"],
  ["executive", "inbox", "/inbox"],
  ["executive", "board pack", "/packs/1"],
];
const LOADS = 5;

/** What a first visit to some pages costs, in Chromium if there is any. */
export async function benchPages(
  owner: string,
  product: Running,
  { readers, workloadIds }: Pick<Estate, "readers" | "workloadIds">,
): Promise<PageLine[]> {
  const cookies = new Map<Actor, string>();
  const browser = await openBrowser();
  const lines: PageLine[] = [];
  for (const [role, place, path] of PLACES) {
    const reader = readers[role];
    const cookie = cookies.get(reader) ?? (await openSession(owner, reader)).cookie;
    cookies.set(reader, cookie);
    const url = `${product.address}/p/${reader.programSlug}${path}`;
    const weight = await weighed(url, cookie);
    const paint = browser && (await painted(browser, url, cookie));
    lines.push({ place, size: workloadIds.length, ...weight, paint });
  }
  await browser?.close();
  return lines;
}

/** Prints what `benchPages` measured. */
export function printPages(pages: readonly PageLine[]): void {
  console.log("\nFirst visit by whose page it is; gzip kB; LCP and layout shift in Chromium, medians of 5.");
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
