import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Heads } from "@/components/ui/table";

describe("Heads", () => {
  it("gives every column its name, classes or width, and leaves null out", () => {
    const html = renderToStaticMarkup(
      <Heads of={["Site", ["Users", "r p3"], ["Score", { width: 64 }], null]} />,
    );
    expect(html).toBe(
      '<thead><tr><th scope="col">Site</th><th scope="col" class="r p3">Users</th><th scope="col" style="width:64px">Score</th></tr></thead>',
    );
  });

  it("keeps a name for the reader of the screen alone", () => {
    const html = renderToStaticMarkup(<Heads hidden of={[["Change", "vh"]]} />);
    expect(html).toBe(
      '<thead class="vh"><tr><th scope="col"><span class="vh">Change</span></th></tr></thead>',
    );
  });
});
