import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listAddress, readBulkRequest } from "./bulk-request";

const ID = "01934d2e-0000-7000-8000-000000000001";

it("reads marked workloads, each once, and leaves out what is no id", () => {
  const request = readBulkRequest({ ids: `${ID},nonsense,${ID}`, set_field: "tierId" });
  expect(request.selection).toEqual({ ids: [ID] });
  expect(request.keep).toEqual([["ids", ID]]);
  expect(request.asked).toEqual({ field: "tierId", mode: "set", value: "", reason: "" });
  expect(request.wantsPreview).toBe(false);
});

it("reads the filters of the list without its page, order and columns", () => {
  const request = readBulkRequest({
    all: "1",
    site: ["Tilbury", "Venlo"],
    page: "3",
    sort: "-rto",
    cols: "site",
    set_field: "tags",
    set_mode: "add",
    set_value: "peak",
  });
  expect(request.selection).toEqual({ query: "site=Tilbury&site=Venlo" });
  expect(request.backQuery).toBe("?site=Tilbury&site=Venlo");
  expect(request.asked?.mode).toBe("add");
  expect(request.wantsPreview).toBe(true);
});

it("takes no address for every workload by accident", () => {
  expect(readBulkRequest({}).empty).toBe(true);
  expect(readBulkRequest({ site: "Tilbury" }).empty).toBe(true);
});

describe("listAddress", () => {
  it("keeps the filters of the list", () => {
    expect(listAddress("demo", "?site=Tilbury&site=Venlo")).toBe("/p/demo/workloads?site=Tilbury&site=Venlo");
    expect(listAddress("demo", "")).toBe("/p/demo/workloads");
  });

  it.each([
    "https://evil.example/p/demo",
    "//evil.example",
    "/\\evil.example",
    "../../../evil",
    "\r\nLocation: https://evil.example",
    "#@evil.example",
    "javascript:alert(1)",
  ])("leads to the list of this program whatever the form says: %j", (wanted) => {
    leadsToTheList("demo", wanted);
  });

  it("leads nowhere else, whatever the form says", () => {
    const said = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.webUrl(),
      fc.string().map((rest) => `//${rest}`),
    );
    fc.assert(fc.property(said, (wanted) => leadsToTheList("demo", wanted)));
  });
});

function leadsToTheList(slug: string, wanted: string): void {
  const url = new URL(listAddress(slug, wanted), "https://wavegate.example");
  expect(url.origin).toBe("https://wavegate.example");
  expect(url.pathname).toBe(`/p/${slug}/workloads`);
  expect(url.hash).toBe("");
}
