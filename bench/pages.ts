import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { findBrowser } from "../scripts/lib/browser.mjs";
import { median } from "./measure";

export type PageLine = {
  path: string;
  html: number;
  scripts: number;
  lcp: number | null;
  shift: number | null;
};

const LOADS = 5;

/** What a first visit to each page costs: HTML and scripts in gzip kB; LCP in seconds and layout shift in Chromium, if any. */
export async function measurePages(
  address: string,
  paths: readonly string[],
  cookie: string,
): Promise<PageLine[]> {
  const lines: PageLine[] = [];
  for (const path of paths) {
    const html = await textOf(address + path, cookie);
    const sources = new Set([...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source]) => source));
    let scripts = 0;
    for (const source of sources)
      scripts += packed(await textOf(new URL(source ?? "", address).href, cookie));
    lines.push({ path, html: packed(html), scripts, lcp: null, shift: null });
  }
  return inBrowser(address, lines, cookie);
}

async function inBrowser(address: string, lines: readonly PageLine[], cookie: string): Promise<PageLine[]> {
  const executablePath = findBrowser(chromium.executablePath());
  if (executablePath === null) return [...lines];
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  const measured: PageLine[] = [];
  for (const line of lines) {
    const lcps: number[] = [];
    const shifts: number[] = [];
    for (let load = 0; load < LOADS; load += 1) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      await context.addCookies([{ name, value, url: address }]);
      const page = await context.newPage();
      await page.goto(address + line.path, { waitUntil: "networkidle" });
      const seen = await page.evaluate(paints);
      lcps.push(seen.lcp / 1000);
      shifts.push(seen.shift);
      await context.close();
    }
    measured.push({ ...line, lcp: median(lcps), shift: median(shifts) });
  }
  await browser.close();
  return measured;
}

/** Runs in the page: when its largest part was painted (ms), and how far things moved. */
function paints(): Promise<{ lcp: number; shift: number }> {
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
