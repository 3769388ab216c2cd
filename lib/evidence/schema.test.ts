import { expect, it } from "vitest";
import { addLinkInput, newSearch } from "./schema";

const link = (url: string) => addLinkInput.safeParse({ title: "Report", url });

it.each(["https://wiki.example/restore?id=7#end", "HTTPS://Wiki.Example/x"])("takes %s", (url) => {
  expect(link(url).success).toBe(true);
});

it.each([
  "http://wiki.example/x",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "https://user:secret@wiki.example/",
  "https://user@wiki.example/",
  "ftp://wiki.example/x",
  "//wiki.example/x",
  "wiki",
  "",
  `https://wiki.example/${"x".repeat(2000)}`,
])("refuses %s", (url) => {
  const problems = link(url).error?.issues ?? [];
  expect(problems).toHaveLength(1);
  expect(problems[0]?.path).toEqual(["url"]);
});

it("an address that makes no sense asks for a file that is attached to nothing", () => {
  expect(newSearch.parse({ as: "moon", attachType: ["risk", "x"], attachId: "x", refused: "empty" })).toEqual(
    {
      as: "file",
      attachType: "risk",
      attachId: undefined,
      refused: "empty",
    },
  );
});
