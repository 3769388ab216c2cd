import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { SelectField, TextField } from "@/components/ui/fields";
import { chipsOf, FilterBar } from "@/components/ui/filters";

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

it("lets the fields stand at what the address holds, by their names", () => {
  const bar = renderToStaticMarkup(
    <FilterBar path="/list" search={{ q: "erp", wave: 3, owner: undefined }}>
      <TextField name="q" label="Search" type="search" />
      <SelectField name="wave" label="Wave" none="Any" options={[{ value: "3", label: "3 EDI" }]} />
      <SelectField
        name="owner"
        label="Owner"
        none="Anyone"
        options={[{ value: "none", label: "No owner" }]}
      />
    </FilterBar>,
  );
  expect(bar).toMatch(/name="q" value="erp"/);
  expect(bar.match(/<option[^>]*selected=""/g)).toEqual(['<option value="3" selected=""']);
});
