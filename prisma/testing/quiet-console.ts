import { format } from "node:util";
import { afterEach, beforeEach } from "vitest";

// A warning nobody reads hides the one that matters: a test that prints one fails. A test that expects one takes
// console.error over with vi.spyOn and looks at what it got.
const LEVELS = ["error", "warn"] as const;
let heard: string[] = [];

beforeEach(() => {
  heard = [];
  for (const level of LEVELS)
    console[level] = (...words: unknown[]) => void heard.push(`console.${level}: ${format(...words)}`);
});

afterEach(() => {
  if (heard.length > 0) throw new Error(`The test was noisy:\n${heard.join("\n")}`);
});
