import { expect, test } from "vitest";
import { addMemberInput } from "./schema";

test("a new member that lacks everything is refused for all of it at once", () => {
  const empty = addMemberInput.safeParse({ email: "", name: "", role: "", reason: "" });
  expect(empty.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["email", expect.stringMatching(/./)],
    ["name", expect.stringMatching(/./)],
    ["role", "Choose a role."],
  ]);
});
