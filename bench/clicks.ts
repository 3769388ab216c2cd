import type { Page } from "@playwright/test";
import { contextOf, openBrowser } from "./browser";
import type { Readers } from "./decisions";
import type { Estate } from "./estate";
import { percentiles } from "./measure";
import { openSession, type Running } from "./servers";
import { count, printTable, verdict } from "./table";

export type ClickLine = { what: string; size: number; aim: number; p50: number; p95: number };

/**
 * What somebody presses, again and again. `press` is found anew each time; `back` undoes it unmeasured. The result is there when
 * `shown` holds other words than before, and has been painted: so it holds only what comes with the answer. Where the server
 * refuses anything on the way, nothing is measured.
 */
type Click = {
  what: string;
  who: keyof Readers;
  path: string;
  press: string;
  shown: string;
  /** Typed into `press` instead of pressing it. */
  type?: string;
  /** What it waits for on purpose before it asks, on top of the aim (ms). */
  pause?: number;
  back?: (page: Page, url: string) => Promise<unknown>;
};

const anew = async (page: Page, url: string) => {
  await page.goto(url, { waitUntil: "networkidle" });
};
const ROWS = "main tbody";
const FOUND = "[role=dialog] [role=option]";

const CLICKS: readonly Click[] = [
  {
    ...{ what: "list: filter by criticality", who: "program_manager", path: "/workloads", shown: ROWS },
    press: 'main input[name="criticality"][value="support"]',
  },
  {
    ...{ what: "list: sort by a column", who: "program_manager", path: "/workloads", shown: ROWS },
    press: "main thead th:nth-child(2) a.sort",
  },
  {
    ...{ what: "list: next page", who: "program_manager", path: "/workloads", shown: ROWS },
    press: "main .pager li:last-child a",
  },
  {
    ...{ what: "risk map: a cell to its rows", who: "executive", path: "/risks", back: anew },
    ...{ press: "main table.map td a", shown: "#register .tools, #register tbody" },
  },
  {
    ...{ what: "register: filter by appetite", who: "executive", path: "/risks", back: anew },
    ...{ press: "main form.filterbar button[type=submit]", shown: "#register .tools, #register tbody" },
  },
  {
    ...{ what: "risk map: another score", who: "executive", path: "/risks" },
    ...{ press: "#map nav.seg a:not([aria-current])", shown: "#map h2, #map table.map" },
  },
  {
    ...{ what: "wave: another tab", who: "executive", path: "/waves/4" },
    ...{ press: "main nav.tabs a:not([aria-current])", shown: "main" },
  },
  {
    ...{ what: "palette: open", who: "executive", path: "/calendar" },
    ...{ press: "button.find-door", shown: "[role=dialog] input, [role=dialog] [role=status]" },
    back: async (page) => {
      await page.keyboard.press("Escape");
      await page.locator("[role=dialog]").waitFor({ state: "detached" });
    },
  },
  {
    ...{ what: "palette: search, with its pause of 80 ms", who: "executive", path: "/calendar" },
    ...{ press: "[role=dialog] input", type: "workload 0000", shown: FOUND, pause: 80 },
  },
  {
    ...{ what: "checklist: settle, said to be saving", who: "platform_engineer" },
    ...{
      path: "/waves/5?tab=checklist",
      press: "main tbody form button[type=submit]",
      shown: "main tbody form",
    },
  },
  {
    // the state of an item is another one only when the server has said so
    ...{ what: "checklist: settle, as answered", who: "platform_engineer", path: "/waves/4?tab=checklist" },
    ...{ press: "main tbody form button[type=submit]", shown: "main tbody td.hl" },
  },
];
const TURNS = 12;
const AIM = 50;

/** How long it takes from a click to what it asks for, in Chromium; empty where there is none. */
export async function benchClicks(
  owner: string,
  product: Running,
  { readers, workloadIds }: Pick<Estate, "readers" | "workloadIds">,
): Promise<ClickLine[]> {
  const browser = await openBrowser();
  if (browser === null) return [];
  const lines: ClickLine[] = [];
  for (const click of CLICKS) {
    const reader = readers[click.who];
    const { cookie } = await openSession(owner, reader);
    const url = `${product.address}/p/${reader.programSlug}${click.path}`;
    const context = await contextOf(browser, url, cookie);
    try {
      const times = await repeated(await context.newPage(), url, click);
      const aim = AIM + (click.pause ?? 0);
      lines.push({ what: click.what, size: workloadIds.length, aim, ...percentiles(times) });
    } catch (error) {
      console.error(`Not measured: ${click.what}.`, error instanceof Error ? error.message : error);
    }
    await context.close();
  }
  await browser.close();
  return lines;
}

/** Prints what `benchClicks` measured. */
export function printClicks(lines: readonly ClickLine[]): void {
  console.log("\nFrom a click to what it asks for, painted, in ms; medians after two unmeasured.");
  printTable(
    ["what", "workloads", "p50 ms", "p95 ms", "aim ms"],
    lines.map(({ what, size, aim, p50, p95 }) => [
      what,
      count(size),
      p50.toFixed(0),
      p95.toFixed(0),
      verdict(Math.round(p50), { most: aim }),
    ]),
  );
}

async function repeated(page: Page, url: string, { press, shown, type, back }: Click): Promise<number[]> {
  const refused: string[] = [];
  page.on("response", (answer) => {
    if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
  });
  await page.goto(url, { waitUntil: "networkidle" });
  if (type !== undefined) await page.locator("button.find-door").click();
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.locator(press).first().waitFor({ state: "attached" });
    if (press.includes("filterbar")) await page.selectOption("main select[name=appetite]", "above");
    const words = type === undefined ? null : `${type}${turn % 10}`;
    times.push(await page.evaluate(untilShown, { press, shown, words }));
    if (refused.length > 0) throw new Error(`refused: ${refused.join(", ")}`);
    if (back) await back(page, url);
    await page.waitForLoadState("networkidle");
  }
  return times.slice(2);
}

/** Runs in the page: presses or types, and answers when other words have been painted (ms). */
function untilShown({ press, shown, words }: { press: string; shown: string; words: string | null }) {
  const told = () => [...document.querySelectorAll(shown)].map((one) => one.textContent).join();
  const element = document.querySelector<HTMLElement>(press);
  if (element === null) throw new Error(`there is no ${press}`);
  const before = told();
  return new Promise<number>((resolve, reject) => {
    const start = performance.now();
    const watch = new MutationObserver(() => {
      if (told() === before) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    });
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    if (words === null) element.click();
    else if (element instanceof HTMLInputElement) {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(element, words);
      element.dispatchEvent(new Event("input", { bubbles: true }));
    }
    setTimeout(() => reject(new Error(`${press}: nothing else is shown`)), 30_000);
  });
}
