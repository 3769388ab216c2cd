import { expect, it } from "vitest";
import { readBulkRequest } from "./bulk-request";

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
