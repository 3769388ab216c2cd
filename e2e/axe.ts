import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, type Theme } from "./fixtures";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What axe finds on the page as it stands: one line a rule and place. No page here holds a frame, so axe runs in one
 * piece, and it writes out only what is wrong: both halve the time and change no finding.
 */
export async function faults(page: Page, rules?: string[]): Promise<string[]> {
  const runOnly = rules ? { type: "rule" as const, values: rules } : { type: "tag" as const, values: TAGS };
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ runOnly, resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} ${node.any[0]?.message ?? rule.help}`),
  );
}

/** Where a column or the navigation comes or goes, and the ends. */
const EDGES = [1920, 1280, 1101, 768, 320];

/**
 * A page at 1440 and 390 px in both themes, and its width from 1920 down to 320 px. In the dark theme only colours differ, so
 * only they are looked at again.
 */
export async function looksRight(page: Page, path: string): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: width === 1440 ? 900 : 844 });
    await wear(page, "light");
    expect.soft(await faults(page), `${path}, light, ${width} px`).toEqual([]);
    await wear(page, "dark");
    expect.soft(await faults(page, ["color-contrast"]), `${path}, dark, ${width} px`).toEqual([]);
    expect.soft(await overflow(page), `${path} scrolls sideways at ${width} px`).toEqual([]);
  }
  for (const width of EDGES) {
    await page.setViewportSize({ width, height: 640 });
    expect.soft(await overflow(page), `${path} scrolls sideways at ${width} px`).toEqual([]);
  }
}

async function wear(page: Page, theme: Theme): Promise<void> {
  await page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);
}

/** What makes the page scroll sideways; nothing when it does not. */
async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth,
    );
    const named = wide
      .slice(-5)
      .map((element) => `${element.tagName}.${element.className} ${element.textContent}`.slice(0, 80));
    return [`${scrollWidth - clientWidth} px too wide`, ...named];
  });
}
