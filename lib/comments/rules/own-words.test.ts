import { expect, test } from "vitest";
import { requireOwnWords } from "./own-words";

test("one's own words may be changed, nobody else's, and not once they are taken back", () => {
  const mine = { authorId: "me", removedAt: null };
  expect(() => requireOwnWords(mine, "me")).not.toThrow();
  expect(() => requireOwnWords(mine, "you")).toThrow("Only who wrote a comment");
  expect(() => requireOwnWords({ ...mine, removedAt: new Date(0) }, "me")).toThrow("taken back already");
});
