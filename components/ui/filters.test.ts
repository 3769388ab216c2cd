import { expect, it } from "vitest";
import { chipsOf } from "@/components/ui/filters";

it("makes a chip of every filter that has a word, each with the address that takes it off", () => {
  const chips = chipsOf(
    [
      ["Search", "erp", "q"],
      ["State", undefined, "state"],
      ["Owner", "", "owner"],
    ],
    (off) => `/list?without=${off}`,
  );
  expect(chips).toEqual([{ label: "Search", value: "erp", removeHref: "/list?without=q" }]);
});
