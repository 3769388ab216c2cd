import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ROLES } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import type { PaletteGroup } from "../model";
import { ACTS, MOST_OF_A_GROUP, NAMED_KINDS, type NamedRow, paletteGroups } from "./palette";
import { bestRank } from "./rank";

const BASE = "/p/demo";
const of = (groups: readonly PaletteGroup[], title: string) =>
  groups.find((group) => group.title === title)?.items.map(({ label }) => label) ?? [];
const row = (kind: NamedRow["kind"], label: string): NamedRow => ({
  kind,
  ref: label,
  label,
  detail: "",
  codes: [],
});

describe("acts", () => {
  it.each(ROLES)("no act is offered to a %s who lacks its right", (role) => {
    const offered = paletteGroups({ role }, BASE, "", []).find(({ title }) => title === "Do")?.items ?? [];
    const granted = ACTS.filter(({ permission }) => can({ role }, permission));
    expect(offered.map(({ href }) => href)).toEqual(granted.map(({ path }) => `${BASE}${path}`));
  });

  it.each(ACTS)("$label asks for the right that its page asks for", ({ path, permission }) => {
    const page = readFileSync(new URL(`../../../app/p/[program]${path}/page.tsx`, import.meta.url), "utf8");
    expect(page).toContain(`can(actor, "${permission}")`);
  });

  it("offers none to those who only read", () => {
    for (const role of ["auditor", "executive", "partner"] as const) {
      expect(of(paletteGroups({ role }, BASE, "", []), "Do")).toEqual([]);
    }
  });

  it("is found by another word for it", () => {
    const groups = paletteGroups({ role: "program_manager" }, BASE, "record a risk", []);
    expect(of(groups, "Do")).toEqual(["Raise a risk"]);
  });
});

describe("places and names", () => {
  it("offers all places without a text, each once, the role's home first", () => {
    const places = paletteGroups({ role: "auditor" }, BASE, "", [])[0];
    expect(places?.title).toBe("Go to");
    expect(places?.items[0]).toMatchObject({ label: "Reading room", href: BASE });
    expect(new Set(places?.items.map(({ href }) => href)).size).toBe(places?.items.length);
  });

  it("offers a partner only what partners have pages of", () => {
    const rows = NAMED_KINDS.map((kind) => row(kind, "Tilbury"));
    const titles = paletteGroups({ role: "partner" }, BASE, "tilbury", rows).map(({ title }) => title);
    expect(titles).toEqual(["Workloads", "Waves"]);
    const places = of(paletteGroups({ role: "partner" }, BASE, "", []), "Go to");
    expect(places).toEqual(["Shared with you", "Waves", "Workloads", "Dependencies", "Account and sessions"]);
  });

  it("leads to each by its address", () => {
    const groups = paletteGroups({ role: "auditor" }, BASE, "r 1", [row("risk", "R 1/2")]);
    expect(groups[0]?.items[0]?.href).toBe("/p/demo/risks/R%201%2F2");
    const record = { ...row("gate", "Go or no-go: EDI, sign-off record"), ref: "0190/record" };
    expect(paletteGroups({ role: "auditor" }, BASE, "record", [record])[0]?.items[0]?.href).toBe(
      "/p/demo/gates/0190/record",
    );
  });

  it.each(ROLES)("offers a %s board packs and gates as their pages do", (role) => {
    const groups = paletteGroups({ role }, BASE, "edi", [row("gate", "EDI"), row("pack", "EDI")]);
    expect(of(groups, "Gates")).toHaveLength(can({ role }, "gate:read") ? 1 : 0);
    expect(of(groups, "Board packs")).toHaveLength(can({ role }, "pack:read") ? 1 : 0);
    const places = of(paletteGroups({ role }, BASE, "links across", []), "Go to");
    expect(places).toEqual(role === "partner" ? [] : ["Links across after each wave"]);
  });
});

it("law: an exact name is never below a containing one, in its group and among groups", () => {
  const name = fc.stringMatching(/^[ab]{1,3}( [ab]{1,2})?$/);
  const rows = fc.array(fc.record({ kind: fc.constantFrom(...NAMED_KINDS), label: name }), { maxLength: 40 });
  fc.assert(
    fc.property(rows, name, (found, key) => {
      const groups = paletteGroups(
        { role: "auditor" },
        BASE,
        key,
        found.map(({ kind, label }) => row(kind, label)),
      );
      const ranks = groups.map(({ items }) => items.map(({ label }) => bestRank([label], key) ?? 9));
      for (const inGroup of ranks) {
        expect(inGroup.length).toBeLessThanOrEqual(MOST_OF_A_GROUP);
        expect(inGroup).toEqual(inGroup.toSorted());
      }
      const firsts = ranks.map(([first]) => first);
      expect(firsts).toEqual(firsts.toSorted());
    }),
  );
});
