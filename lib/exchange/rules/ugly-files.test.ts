import { describe, expect, it } from "vitest";
import { EMPTY, known, planFixture } from "@/prisma/testing/planning";
import type { Snapshot } from "../model/snapshot";

const ESTATE: Snapshot = {
  ...EMPTY,
  workloads: ["Order intake", "Order archive", "Ledger"].map((name) => known(name, { name })),
};

/** What each file comes to: new and refused lines, and the first words of the first refusal. */
const RESULTS: readonly [string, Snapshot, number, number, string | null][] = [
  ["bom.csv", EMPTY, 1, 0, null],
  ["windows-1252.csv", EMPTY, 2, 0, null],
  ["semicolon-decimal-comma.csv", EMPTY, 2, 0, null],
  ["tab.csv", EMPTY, 2, 0, null],
  ["quoted-line-breaks.csv", EMPTY, 2, 0, null],
  ["ragged.csv", EMPTY, 4, 0, null],
  ["totals-in-the-middle.csv", EMPTY, 4, 0, null],
  ["names-with-stray-spaces.csv", EMPTY, 2, 1, "one row for each workload; row 2 is about the same one"],
  ["duplicates.csv", EMPTY, 2, 2, "one row for each workload; row 2 is about the same one"],
  ["cyclic-links.csv", ESTATE, 3, 1, "another workload: nothing depends on itself"],
  ["unknown-hosts.csv", ESTATE, 0, 2, "the name or external id of a workload of this program or file"],
];

describe("ugly files", () => {
  it.each(RESULTS)("%s", async (file, snapshot, created, refused, words) => {
    const { plan } = await planFixture(`ugly/${file}`, snapshot);
    expect([plan.counts.create, plan.counts.refused]).toEqual([created, refused]);
    const first = plan.rows.find((row) => row.outcome === "refused");
    expect(first?.problems[0]?.expected ?? null).toBe(words);
  });

  it("keep umlauts, dashes and decimal commas as they were meant", async () => {
    const { plan } = await planFixture("ugly/windows-1252.csv");
    expect(plan.rows[0]?.sets).toMatchObject({ site: "Köln", business_owner: "Jörg Müller" });
    const semicolons = await planFixture("ugly/semicolon-decimal-comma.csv");
    expect(semicolons.plan.rows[0]?.sets.description).toBe("Mittlere Last 1,5 Kerne, Spitze 3,75");
  });

  it("name rows that are longer than their header", async () => {
    const { book } = await planFixture("ugly/ragged.csv");
    expect(book.notes).toEqual(["Not read: cells beyond the last column, in row 4."]);
  });

  it("name every row that was set aside", async () => {
    const { book } = await planFixture("ugly/totals-in-the-middle.csv");
    expect(book.notes[0]).toContain("a title (“Server inventory 2026”)");
    expect(book.tables[0]?.sheet.skipped).toHaveLength(5);
  });
});
