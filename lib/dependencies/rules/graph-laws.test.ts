import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Criticality } from "@/lib/workloads/model/workload";
import { blastRadius } from "./blast-radius";
import { circlesOf } from "./circles";
import { cutVertices } from "./cut-vertices";
import { foldGraph } from "./fold";
import { type Graph, type GraphLink, type GraphWorkload, linkAt, openGraph } from "./graph";
import { longestChain } from "./longest-chain";
import { neighbourhood } from "./neighbourhood";
import { stoppedBy } from "./single-points";
import { totalsOf } from "./weights";

const SIZE = 9;
const CRITICALITIES: (Criticality | null)[] = ["revenue", "operational", "support", null];
const workloads = fc.array(
  fc.record({
    criticality: fc.constantFrom(...CRITICALITIES),
    users: fc.option(fc.integer({ min: 0, max: 50_000 }), { nil: null }),
    sites: fc.option(fc.subarray(["Tilbury", "Venlo", "Leeds"]), { nil: null }),
    wave: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  }),
  { minLength: SIZE, maxLength: SIZE },
);
const links = fc.uniqueArray(
  fc.record({
    dependent: fc.nat(SIZE - 1),
    needed: fc.nat(SIZE - 1),
    hardness: fc.constantFrom("hard" as const, "soft" as const, null),
    kind: fc.constantFrom("synchronous" as const, "file" as const, null),
    documented: fc.boolean(),
  }),
  { maxLength: 24, selector: ({ dependent, needed }) => `${dependent}>${needed}` },
);
const parts = fc.record({
  workloads,
  links: links.map((all) => all.filter((one) => one.dependent !== one.needed)),
});
const place = fc.nat(SIZE - 1);

type Parts = { workloads: readonly Partial<GraphWorkload>[]; links: readonly GraphLink[] };

function open(given: Parts): Graph {
  const named = given.workloads.map((workload, index) => ({
    id: `w${index}`,
    name: `Workload ${index}`,
    criticality: null,
    users: null,
    sites: null,
    service: null,
    wave: null,
    businessOwner: null,
    technicalOwner: null,
    ...workload,
  }));
  return openGraph(named, given.links);
}

/** Whether one can go from a dependent to what it needs over these links, by plain search. */
function reaches(from: number, to: number, over: readonly GraphLink[]): boolean {
  const seen = new Set<number>();
  const next = [from];
  for (let here = next.pop(); here !== undefined; here = next.pop()) {
    for (const link of over) {
      if (link.dependent !== here || seen.has(link.needed)) continue;
      seen.add(link.needed);
      next.push(link.needed);
    }
  }
  return seen.has(to);
}

const binding = (all: readonly GraphLink[]) => all.filter((link) => link.hardness !== "soft");
const total = (graph: Graph, from: number) => {
  const { stops, degrades } = blastRadius(graph, [from]);
  return { points: stops.points + degrades.points, atLeast: stops.atLeast || degrades.atLeast };
};

describe("openGraph", () => {
  test("keeps every fact of every link", () => {
    fc.assert(
      fc.property(parts, (given) => {
        const graph = open(given);
        expect(given.links.map((_, link) => linkAt(graph, link))).toEqual(given.links);
      }),
    );
  });
});

describe("blastRadius", () => {
  test("stops what reaches the source over binding links, degrades the rest that reaches it", () => {
    fc.assert(
      fc.property(parts, place, (given, source) => {
        const { hits } = blastRadius(open(given), [source]);
        for (let other = 0; other < SIZE; other += 1) {
          const found = hits.find((hit) => hit.place === other);
          if (other === source || !reaches(other, source, given.links)) expect(found).toBeUndefined();
          else
            expect(found?.effect).toBe(reaches(other, source, binding(given.links)) ? "stops" : "degrades");
          const hard = given.links.filter((link) => link.hardness === "hard");
          expect(found?.assumed ?? false).toBe(found?.effect === "stops" && !reaches(other, source, hard));
        }
      }),
    );
  });

  test("its chains are links from the source to the hit, as long as it says", () => {
    fc.assert(
      fc.property(parts, place, (given, source) => {
        const radius = blastRadius(open(given), [source]);
        for (const hit of radius.hits) {
          const chain = radius.chainTo(hit.place);
          expect([chain[0], chain.at(-1), chain.length]).toEqual([source, hit.place, hit.distance + 1]);
          for (const [step, needed] of chain.slice(0, -1).entries()) {
            const link = given.links.find(
              (one) => one.needed === needed && one.dependent === chain[step + 1],
            );
            expect(link).toBeDefined();
            if (hit.effect === "stops") expect(link?.hardness).not.toBe("soft");
          }
        }
      }),
    );
  });

  test("forgetting what is known of a workload never makes the loss look smaller: less is said as at least", () => {
    const facts = fc.constantFrom("criticality" as const, "users" as const, "sites" as const);
    fc.assert(
      fc.property(parts, place, place, facts, (given, source, forgotten, fact) => {
        const known = total(open(given), source);
        const less = given.workloads.map((one, at) => (at === forgotten ? { ...one, [fact]: null } : one));
        const vague = total(open({ ...given, workloads: less }), source);
        expect(vague.points >= known.points || vague.atLeast).toBe(true);
      }),
    );
  });

  test("forgetting how hard a link is never stops less, and loses nothing altogether", () => {
    fc.assert(
      fc.property(parts, place, fc.nat(), (given, source, which) => {
        const known = open(given);
        const less = given.links.map((link, at) =>
          at === which % given.links.length ? { ...link, hardness: null } : link,
        );
        const vague = open({ ...given, links: less });
        const [before, after] = [blastRadius(known, [source]), blastRadius(vague, [source])];
        expect(after.stops.points).toBeGreaterThanOrEqual(before.stops.points);
        expect(total(vague, source).points).toBe(total(known, source).points);
      }),
    );
  });

  test("several sources together reach what each reaches, without the sources", () => {
    fc.assert(
      fc.property(parts, place, place, (given, a, b) => {
        const graph = open(given);
        const places = (sources: number[]) => blastRadius(graph, sources).hits.map((hit) => hit.place);
        const either = new Set([...places([a]), ...places([b])].filter((one) => one !== a && one !== b));
        expect(new Set(places([a, b]))).toEqual(either);
      }),
    );
  });
});

describe("stoppedBy", () => {
  test("says for all at once what blastRadius says for one", () => {
    fc.assert(
      fc.property(parts, (given) => {
        const graph = open(given);
        for (const one of stoppedBy(graph)) {
          const { stops } = blastRadius(graph, [one.place]);
          expect(one).toEqual({
            place: one.place,
            stops: stops.workloads,
            revenue: stops.revenue,
            unjudged: stops.unknownCriticality,
            points: stops.points,
            atLeast: stops.atLeast,
          });
        }
      }),
    );
  });

  test("across blocks of columns as well", () => {
    const size = 5000;
    const chain = Array.from({ length: size - 1 }, (_, at) => ({
      dependent: at + 1,
      needed: at,
      hardness: "hard" as const,
      kind: null,
      documented: true,
    }));
    const graph = open({
      workloads: Array.from({ length: size }, (_, at) => ({ criticality: CRITICALITIES[at % 4] ?? null })),
      links: chain,
    });
    const stopped = stoppedBy(graph);
    expect(stopped[0]?.stops).toBe(size - 1);
    expect(stopped[17]?.stops).toBe(size - 18);
    const all = Array.from({ length: size - 18 }, (_, at) => at + 18);
    expect(stopped[17]?.points).toBe(totalsOf(graph, all).points);
  });
});

describe("circles, chains and cuts", () => {
  test("two are in one circle exactly when each reaches the other", () => {
    fc.assert(
      fc.property(parts, place, place, (given, a, b) => {
        fc.pre(a !== b);
        const together = circlesOf(open(given)).some((group) => group.includes(a) && group.includes(b));
        expect(together).toBe(reaches(a, b, given.links) && reaches(b, a, given.links));
      }),
    );
  });

  test("a circle of 100,000 does not exhaust the stack", () => {
    const size = 100_000;
    const ring = Array.from({ length: size }, (_, at) => ({
      dependent: at,
      needed: (at + 1) % size,
      hardness: null,
      kind: null,
      documented: true,
    }));
    const graph = open({ workloads: ring.map(() => ({})), links: ring });
    expect(circlesOf(graph)[0]).toHaveLength(size);
    expect(cutVertices(graph).includes(1)).toBe(false);
  });

  test("the chain is linked step by step, repeats nobody, and no way through is longer", () => {
    fc.assert(
      fc.property(parts, (given) => {
        const graph = open(given);
        const chain = longestChain(graph);
        const members = chain.flat();
        expect(new Set(members).size).toBe(members.length);
        const hard = binding(given.links);
        for (const [step, group] of chain.slice(0, -1).entries()) {
          const next = chain[step + 1] ?? [];
          expect(hard.some((one) => group.includes(one.dependent) && next.includes(one.needed))).toBe(true);
        }
        const longest = Math.max(1, ...given.workloads.map((_, from) => depth(from, hard)));
        expect(Math.max(1, chain.length)).toBe(longest);
      }),
      { numRuns: 60 },
    );
  });

  test("a cut is what leaves more parts behind than there were", () => {
    fc.assert(
      fc.property(parts, place, (given, gone) => {
        const left = given.links.filter((link) => link.dependent !== gone && link.needed !== gone);
        const before = partsOf(given.links) - (given.links.length === left.length ? 1 : 0);
        const cut = partsOf(left) - 1 > before;
        expect(cutVertices(open(given))[gone] === 1).toBe(cut);
      }),
    );
  });
});

describe("neighbourhood", () => {
  test("keeps the limit, the closest first, and counts who found no room", () => {
    fc.assert(
      fc.property(parts, place, fc.integer({ min: 1, max: 3 }), (given, centre, hops) => {
        const graph = open(given);
        const whole = neighbourhood(graph, centre, { hops, direction: "both" });
        const cut = neighbourhood(graph, centre, { hops, direction: "both", most: 4 });
        expect([...cut.shown, ...cut.hidden]).toEqual(whole.shown);
        expect(cut.shown.length).toBeLessThanOrEqual(3);
        const distances = whole.shown.map((one) => one.distance);
        expect(distances).toEqual([...distances].sort((a, b) => a - b));
        for (const one of whole.shown) expect(one.distance).toBeLessThanOrEqual(hops);
      }),
    );
  });

  test("up and down are parts of both; up is what it needs", () => {
    fc.assert(
      fc.property(parts, place, (given, centre) => {
        const graph = open(given);
        const places = (direction: "up" | "down" | "both") =>
          neighbourhood(graph, centre, { hops: 9, direction }).shown.map((one) => one.place);
        expect(new Set([...places("up"), ...places("down")])).toEqual(new Set(places("both")));
        for (const one of places("up")) expect(reaches(centre, one, given.links)).toBe(true);
        for (const one of places("down")) expect(reaches(one, centre, given.links)).toBe(true);
      }),
    );
  });
});

describe("foldGraph", () => {
  test("loses no workload and no link", () => {
    fc.assert(
      fc.property(parts, fc.constantFrom("wave" as const, "site" as const), (given, by) => {
        const { groups, links: folded } = foldGraph(open(given), by);
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
        expect(sum(groups.map((one) => one.workloads))).toBe(SIZE);
        expect(sum(groups.map((one) => one.inside)) + sum(folded.map((one) => one.links))).toBe(
          given.links.length,
        );
        for (const one of folded) expect(one.hard + one.soft + one.unstated).toBe(one.links);
      }),
    );
  });
});

/** The longest way from here over circles taken as one, by trying every way. */
function depth(from: number, over: readonly GraphLink[]): number {
  const together = (a: number, b: number) => a === b || (reaches(a, b, over) && reaches(b, a, over));
  const circle = Array.from({ length: SIZE }, (_, other) => other).filter((other) => together(from, other));
  const out = over.filter((link) => circle.includes(link.dependent) && !circle.includes(link.needed));
  return 1 + Math.max(0, ...out.map((link) => depth(link.needed, over)));
}

/** In how many parts the workloads fall, whichever way the links point. */
function partsOf(over: readonly GraphLink[]): number {
  const part = Array.from({ length: SIZE }, (_, at) => at);
  for (const { dependent, needed } of over) {
    const [from, to] = [part[dependent], part[needed]];
    for (const [at, one] of part.entries()) if (one === from && to !== undefined) part[at] = to;
  }
  return new Set(part).size;
}
