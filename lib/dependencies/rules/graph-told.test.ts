import { expect, test } from "vitest";
import { linkAt, packFlags, workloadAt } from "./graph";
import { openTold } from "./graph-told";

const NO_FACTS = [null, null, null, null];

function told(columns: Record<string, readonly unknown[]>, sites: readonly unknown[]) {
  const { users = [null, null, null], site = [null, null, null] } = columns;
  const rest = NO_FACTS.map(() => [null, null, null]);
  const lists = [["a", "b", "c"], ["Alpha", "Beta", "Gamma"], [null, null, null], users, site, ...rest];
  return { workloads: JSON.stringify(lists), sites: JSON.stringify(sites), links: null };
}

test("users are the workload's own, else the sum of its sites where every one is known", () => {
  const uses = [
    ["Leeds", "Venlo"],
    [0, 1, 1, 2, 2],
    [0, 0, 1, 0, 1],
    [7, 30, 4, 5, null],
  ];
  const graph = openTold(told({ users: [12, null, null] }, uses));
  expect(graph.workloads.map((one) => one.users)).toEqual([12, 34, null]);
});

test("where it stands comes first and once, then the sites that use it in their order; none is null", () => {
  const uses = [
    ["Leeds", "Venlo"],
    [0, 0, 1],
    [1, 0, 1],
    [null, null, null],
  ];
  const graph = openTold(told({ site: ["venlo", null, null] }, uses));
  expect(graph.workloads.map((one) => one.sites)).toEqual([["venlo", "Leeds"], ["Venlo"], null]);
});

test("a link is eight bytes: both ends by place, and its facts", () => {
  const facts = { hardness: "soft", kind: "file", documented: true } as const;
  const links = Buffer.alloc(16);
  links.writeUInt32BE(2, 0);
  links.writeUInt32BE((1 << 8) | packFlags(facts), 4);
  links.writeUInt32BE(70_000, 8);
  links.writeUInt32BE(((70_001 << 8) | 0) >>> 0, 12);
  const graph = openTold({ ...told({}, []), links });
  expect(linkAt(graph, 0)).toEqual({ dependent: 2, needed: 1, ...facts });
  expect(linkAt(graph, 1)).toMatchObject({
    dependent: 70_000,
    needed: 70_001,
    hardness: null,
    documented: false,
  });
});

test("a program without a workload, a site or a link is told as nulls", () => {
  const columns = JSON.stringify(Array.from({ length: 9 }, () => null));
  const graph = openTold({
    workloads: columns,
    sites: JSON.stringify([null, null, null, null]),
    links: null,
  });
  expect([graph.workloads.length, graph.flags.length]).toEqual([0, 0]);
  expect(() => workloadAt(graph, 0)).toThrow(RangeError);
});
