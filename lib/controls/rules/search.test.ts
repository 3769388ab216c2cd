import { expect, test } from "vitest";
import { controlHref, controlSearch } from "./search";

test("an address is understood, what makes no sense is left out, and it is written back without its defaults", () => {
  const search = controlSearch({ state: "due", owner: "none", domain: "x", sort: "up", page: "3", q: "" });
  expect(search).toMatchObject({ state: "due", owner: "none", domain: undefined, sort: "state", page: 3 });
  expect(controlHref("/c", search)).toBe("/c?state=due&owner=none");
  expect(controlHref("/c", search, { state: undefined, owner: undefined })).toBe("/c");
  expect(controlHref("/c", search, { page: 2, sort: "owner", order: "desc" })).toBe(
    "/c?state=due&owner=none&sort=owner&page=2&order=desc",
  );
});
