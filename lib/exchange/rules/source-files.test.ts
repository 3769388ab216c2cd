import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { afterPlan, EMPTY, known, type Planned, planBook, planFixture } from "@/prisma/testing/planning";
import { ENTITY_LABELS, FORMAT_LABELS } from "../labels";
import { TEMPLATES } from "../model/formats";
import type { Plan } from "../model/plan";
import { ENTITIES } from "../model/reading";
import type { Snapshot } from "../model/snapshot";
import { FIELDS } from "./fields";
import { NOTHING_WORDS } from "./nothing-words";

const DOCS = readFileSync(new URL("../../../docs/imports.md", import.meta.url), "utf8");
const FOLDERS = ["konveyor", "aws-cmf", "azure-migrate", "rvtools", "runbooks", "gates"];
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(new URL(`../../../e2e/fixtures/${folder}`, import.meta.url))
    .filter((name) => name !== "ORIGIN.md")
    .map((name) => `${folder}/${name}`),
);

describe("the files that others made, each into an empty program", () => {
  const lines = documented();

  it("are all in the table of docs/imports.md", () => {
    expect([...lines.keys()].sort()).toEqual([...FILES].sort());
  });

  it.each(FILES)("%s comes to what the table says", async (file) => {
    expect(lines.get(file)).toBe(await resultOf(file));
  });

  it.each(FILES)("%s changes nothing when it comes again", async (file) => {
    const first = await planned(file);
    if (first === null || first.book.problem !== null) return;
    const again = planBook(first.book, afterPlan(first.plan, EMPTY)).plan;
    expect({ ...again.counts, questions: again.questions }).toEqual({
      create: 0,
      update: 0,
      unchanged: first.plan.counts.create - subjects(first.plan, "wave").length,
      refused: first.plan.counts.refused,
      questions: 0,
    });
  });
});

describe("docs/imports.md", () => {
  it.each(TEMPLATES)("names the columns of %s", (name) => {
    const line = DOCS.split("\n").find((one) => one.startsWith(`| \`${name}\``)) ?? "";
    const named = [...line.matchAll(/`([a-z_-]+)`/gu)].map(([, word]) => word).slice(1);
    expect(named.sort()).toEqual(FIELDS[name].map((field) => field.name).sort());
  });

  it("lists the words that state nothing", () => {
    const named = new Set([...DOCS.matchAll(/`([^`\n]+)`/gu)].map(([, word]) => word));
    expect(NOTHING_WORDS.filter((word) => !named.has(word))).toEqual([]);
  });
});

describe("AWS Migration Factory", () => {
  it("turns a server list into workloads, servers and places in waves", async () => {
    const { plan } = await planFixture("aws-cmf/server-list.csv");
    expect(subjects(plan, "workload")).toEqual(["app01-hr", "app02-sales", "app03-sales"]);
    expect(subjects(plan, "membership")).toEqual([
      "app01-hr in Wave 1",
      "app02-sales in Wave 2",
      "app03-sales in Wave 3",
    ]);
    expect(plan.rows.find((row) => row.subject === "Server7")).toMatchObject({
      sets: {
        workload: "app03-sales",
        role: "db",
        environment: "prod",
        os: "Red Hat Enterprise Linux 7",
        fqdn: "server7.example.local",
        tags: ["CostCenter=123", "BU=IT", "Location=US"],
      },
      claim: { source: "AWS Migration Factory", externalId: "Server7" },
    });
  });

  it("finds waves by number, and leaves a workload where people planned it", async () => {
    const snapshot: Snapshot = {
      ...EMPTY,
      workloads: [known("a", { name: "app01-hr" })],
      waves: [
        { id: "w1", number: 1, name: "Foundation", open: true },
        { id: "w2", number: 2, name: "Sales", open: false },
      ],
      memberships: [{ workloadId: "a", waveId: "w2" }],
    };
    const { plan } = await planFixture("aws-cmf/server-list.csv", snapshot);
    const places = plan.rows.filter((row) => row.entity === "membership");
    expect(places.map((row) => row.outcome)).toEqual(["refused", "refused", "create"]);
    expect(places[0]?.problems[0]?.expected).toBe("wave 2 (Sales), where app01-hr is planned");
    expect(places[1]?.problems[0]?.expected).toContain("wave 2 is not");
    expect(subjects(plan, "wave")).toEqual(["Wave 3"]);
  });

  it("plans no wave for somebody who may not", async () => {
    const { plan } = await planFixture("aws-cmf/server-list.csv", { ...EMPTY, may: { planWaves: false } });
    expect(subjects(plan, "wave")).toEqual([]);
    expect(plan.counts.refused).toBe(3);
  });
});

describe("Azure Migrate", () => {
  it("reads machines as servers, without guesses where the report knows nothing", async () => {
    const { plan, book } = await planFixture("azure-migrate/discovery-report.xlsx");
    expect(book.notes).toEqual(["Exported from the Azure Migrate project “dhlodhiccyvmware”."]);
    expect(plan.rows[0]?.sets).toEqual({
      name: "DEVSQLVM13",
      kind: "server",
      os: "Microsoft Windows Server 2012 (64-bit)",
      cores: 2,
      memory_mb: 4096,
      power_state: "off",
    });
    expect(plan.rows[1]).toMatchObject({
      sets: {
        addresses: [
          "2404:f801:4800:c:35d:9b90:34a:a27a",
          "2404:f801:4800:20:55da:bf5d:b511:3ff1",
          "10.150.90.250",
        ],
        power_state: "on",
        tags: ["SQL Server"],
      },
      claim: { source: "Azure Migrate", externalId: expect.stringContaining("/machines/10-150-91-150") },
    });
  });

  it("resolves traffic to the workloads that servers serve, and leads the rest out of the portfolio", async () => {
    const serves = {
      "app1-server": "Orders",
      "app2-server": "Web",
      "db1-server": "Orders",
      "web1-server": null,
    };
    const snapshot: Snapshot = {
      ...EMPTY,
      workloads: [known("o", { name: "Orders" }), known("w", { name: "Web" })],
      assets: Object.entries(serves).map(([name, workload]) => known(name, { name, workload })),
    };
    const { plan } = await planFixture("azure-migrate/dependency-export-sample.csv", snapshot);
    expect(plan.rows.map(({ entity, subject, outcome }) => [entity, subject, outcome])).toEqual([
      ["dependency", "Orders → Web", "create"],
      ["dependency", "app1-server → db1-server", "unchanged"],
      ["dependency", "web1-server → api1-server", "refused"],
      ["dependency", "web2-server → api2-server", "refused"],
      ["external-link", "admin-server → Orders", "create"],
    ]);
    expect(plan.rows[0]?.sets).toEqual({
      dependent: "Orders",
      needed: "Web",
      kind: "synchronous",
      documented: false,
      note: "Found by Azure Migrate: 443 (httpd.exe).",
    });
    expect(plan.rows[1]?.notes?.[0]).toContain("traffic inside a workload is no link");
    expect(plan.rows[2]?.problems[0]?.found).toBe("web1-server, which is known but serves no workload yet");
    expect(plan.rows[4]?.sets).toMatchObject({ workload: "Orders", side: "needed_by", name: "admin-server" });
  });
});

describe("RVTools", () => {
  it("reads machines of vInfo by their UUID, also one of which nothing but the name is known", async () => {
    const { plan } = await planFixture("rvtools/rvtools-example1.xlsx");
    expect(plan.rows[2]).toMatchObject({
      sets: {
        name: "vm-3",
        os: "Debian GNU/Linux 9 (64-bit)",
        cores: 3,
        memory_mb: 3526,
        disk_gb: 456,
        addresses: ["10.58.58.28"],
        location: "Datacenter, Cluster",
      },
      claim: { source: "RVTools", externalId: "500b4793-2a7b-f692-073b-a400ac8fccce" },
    });
    expect(plan.rows[8]?.sets).toMatchObject({ name: "vm-9", power_state: "on" });
  });
});

async function planned(file: string): Promise<Planned | null> {
  try {
    return await planFixture(file);
  } catch (error) {
    if (error instanceof AppError && error.code === "INVALID") return null;
    throw error;
  }
}

/** A line of the table without the name of the file and its note. */
async function resultOf(file: string): Promise<string> {
  const result = await planned(file);
  if (result === null || result.book.problem !== null) return "– | – | –";
  const { plan, book } = result;
  const format = FORMAT_LABELS[book.tables[0]?.format ?? "workloads"];
  return `${format} | ${createdWords(plan)} | ${plan.counts.refused}`;
}

function createdWords({ rows }: Plan): string {
  const words = ENTITIES.flatMap((entity) => {
    const count = rows.filter((row) => row.entity === entity && row.outcome === "create").length;
    const { one, many } = ENTITY_LABELS[entity];
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return words.length === 0 ? "nothing" : words.join(", ");
}

/** The table in the docs, by file. */
function documented(): Map<string, string> {
  const lines = new Map<string, string>();
  for (const [, file, format, comes, refused] of DOCS.matchAll(
    /^\| `([a-z0-9-]+\/[^`]+)`\s*\|([^|]*)\|([^|]*)\|([^|]*)\|/gmu,
  ))
    lines.set(file ?? "", [format, comes, refused].map((cell) => cell?.trim()).join(" | "));
  return lines;
}

function subjects(plan: Plan, entity: string): string[] {
  return plan.rows
    .filter((row) => row.entity === entity && row.outcome === "create")
    .map((row) => row.subject);
}
