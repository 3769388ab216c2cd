import { expect, it } from "vitest";
import { IDLE } from "@/lib/kernel/action-state";
import { attempt, UNREACHED } from "./attempt";

const fails = (error: unknown) => attempt(() => Promise.reject(error))(IDLE, new FormData());

it("says in the form that nobody could be reached", async () => {
  expect(await fails(new TypeError("Failed to fetch"))).toEqual({ status: "error", message: UNREACHED });
});

it("lets what the server said, and every other failure, go on", async () => {
  const done = { status: "done", message: "Saved." } as const;
  expect(await attempt(async () => done)(IDLE, new FormData())).toBe(done);
  const failed = Object.assign(new Error("An error occurred"), { digest: "123" });
  await expect(fails(failed)).rejects.toBe(failed);
  const bug = Object.assign(new TypeError("x is not a function"), { digest: "124" });
  await expect(fails(bug)).rejects.toBe(bug);
});
