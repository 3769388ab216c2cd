import { expect, test } from "vitest";
import { placeWorkload } from "@/prisma/factories/risk-world";
import { foundWorld } from "@/prisma/factories/world";
import { layOut } from "../adapters/layout-worker";
import type { Drawing } from "../model";
import { parseGraphSearch } from "../rules/address";
import { answerDrawing } from "./drawing";

test("is not begun while as many wait as may; who asks again later gets it", async () => {
  const actor = (await foundWorld()).as.platform_engineer;
  const centre = await placeWorkload(actor, "Orders");
  const ask = () => answerDrawing(actor, parseGraphSearch({}), centre);
  const release = holdEngine();
  const others = Array.from({ length: 7 }, () => layOut(ONE_BOX));
  expect(others).not.toContain(null);
  expect(layOut(ONE_BOX)).toBeNull();
  expect((await ask()).state).toBe("busy");
  expect((await ask()).state).toBe("busy");
  release();
  await Promise.all(others);
  expect((await ask()).state).toBe("working");
  await expect.poll(async () => (await ask()).state, { timeout: 15_000 }).toBe("ready");
});

/** As if a drawing were being made that takes as long as the test wants. */
function holdEngine(): () => void {
  let release = () => {};
  const last = new Promise<void>((resolve) => {
    release = resolve;
  });
  Object.assign(globalThis, { wavegateLayout: { worker: null, last, turn: 0, asked: 0, idle: null } });
  return () => release();
}

const ONE_BOX: Drawing = {
  nodeWidth: 200,
  nodes: [{ id: "a", label: "A", detail: "", workloadId: null, centre: false, circle: false, rank: null }],
  edges: [],
};
