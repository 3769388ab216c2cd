import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Heads, SortHead } from "@/components/ui/table";

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

describe("SortHead", () => {
  const head = (sort: string, search: { sort: string; order?: "asc" | "desc" }, first?: "asc" | "desc") =>
    renderToStaticMarkup(
      <SortHead
        sort={sort}
        label="Due"
        search={search}
        first={first}
        hrefFor={(order) => `/risks?${order}`}
      />,
    );

  it("asks for the first order of its column while another column sorts", () => {
    expect(head("due", { sort: "code", order: "desc" })).toContain('href="/risks?asc"');
    expect(head("due", { sort: "code" }, "desc")).toContain('href="/risks?desc"');
    expect(head("due", { sort: "code" })).not.toContain("aria-sort");
  });

  it("turns the order that stands, also where the address names none", () => {
    expect(head("due", { sort: "due", order: "desc" })).toContain('href="/risks?asc"');
    expect(head("due", { sort: "due" }, "desc")).toMatch(/aria-sort="descending".*href="\/risks\?asc"/);
    expect(head("due", { sort: "due" })).toMatch(/aria-sort="ascending".*href="\/risks\?desc"/);
  });
});
