import { describe, expect, it } from "vitest";
import { EMPTY, planBook, planText } from "@/prisma/testing/planning";
import { readTable } from "../adapters/read-table";
import { writeWorkbook } from "../adapters/write-workbook";
import { TEMPLATES } from "../model/formats";
import type { Table, TableFile } from "../model/sheet";
import { guessMapping } from "./guess-mapping";
import { headDigest } from "./head-digest";
import { levelWordsToAsk } from "./read-level";
import { readTables } from "./read-tables";
import { templateSheets } from "./template-sheets";
import { templateTable } from "./templates";

describe("a workbook", () => {
  it("of Wavegate's own sheets is read in one go, whatever their order", () => {
    const sheets = [...TEMPLATES].reverse().map((name) => sheet(name, templateTable(name)));
    const about = sheet("About", [
      ["Sheet", "Column", "Needed", "What it holds"],
      ["Wavegate workloads", "name", "yes", "Name: text."],
    ]);
    const book = readTables(workbook([...sheets, about]));
    expect(book.tables.map((table) => table.format)).toEqual([...TEMPLATES]);
    expect(book.leftOut).toEqual([{ name: "About", why: "Its header is of no format Wavegate knows." }]);
    const domains = ["Data integrity", "Business continuity"].map((name, at) => ({ id: String(at), name }));
    const { plan } = planBook(book, { ...EMPTY, domains });
    expect(plan.counts).toEqual({ create: 14, update: 0, unchanged: 0, refused: 0 });
    expect(new Set(plan.rows.map((row) => row.table)).size).toBe(7);
  });

  it("with all templates, as it is handed out, imports as it is", async () => {
    const book = readTables(await readTable(await writeWorkbook(templateSheets(TEMPLATES))));
    expect(book.tables.map((table) => table.format)).toEqual([...TEMPLATES]);
    const domains = ["Data integrity", "Business continuity"].map((name, at) => ({ id: String(at), name }));
    expect(planBook(book, { ...EMPTY, domains }).plan.counts).toMatchObject({ create: 14, refused: 0 });
  });

  it("of somebody else is read at the sheet that is recognised; the others are named", () => {
    const book = readTables(
      workbook([
        sheet("Cover", [
          ["Prepared by", "Date"],
          ["Ann", "today"],
        ]),
        sheet("vInfo", [
          ["VM", "Powerstate", "Template", "CPUs", "Memory", "VM ID"],
          ["a", "poweredOn", "False", "", "1,024", "vm-1"],
        ]),
        sheet("vCPU", [
          ["VM", "Powerstate", "Template", "CPUs", "VM ID"],
          ["other name", "poweredOn", "False", "6", "vm-1"],
        ]),
      ]),
    );
    expect(book.tables.map((table) => table.name)).toEqual(["vInfo"]);
    expect(book.leftOut.map((one) => one.name)).toEqual(["Cover", "vCPU"]);
    expect(book.rows[0]?.facts).toMatchObject({ cores: 6, memory_mb: 1024 });
  });

  it("of no known header says so, names its sheets, and offers a mapping", () => {
    const apps = [
      ["App", "Purpose", "Product owner"],
      ["Orders", "Takes orders", "Ann"],
    ];
    const book = readTables(workbook([sheet("Notes", [["x"], ["y"]]), sheet("Apps", apps)]));
    expect(book.problem).toContain("The sheets are “Notes” and “Apps”.");
    const said = { table: "Apps", format: "workloads", mapping: null, sourceName: null } as const;
    const byFormat = readTables(workbook([sheet("Apps", apps)]), said);
    expect(byFormat.problem).toBeNull();
    expect(byFormat.rows[0]?.facts).toMatchObject({ name: "Orders", description: "Takes orders" });
    const chosen = readTables(workbook([sheet("Notes", [["x"], ["y"]]), sheet("Apps", apps)]), {
      table: "Apps",
      format: "workloads",
      mapping: ["name", "description", "business_owner"],
      sourceName: "Leaflet",
    });
    expect(chosen.rows[0]).toMatchObject({
      facts: { name: "Orders", description: "Takes orders", business_owner: "Ann" },
      said: { source: "Leaflet", externalId: null },
    });
  });

  it("takes the sheet that fits the format a person chose, and misses one that is not there", () => {
    const named = ["name", "kind"];
    const book = workbook([
      sheet("Long", [["a"], ["1"], ["2"], ["3"]]),
      sheet("Short", [named, ["Orders", "wms"]]),
    ]);
    expect(readTables(book, { format: "workloads" }).tables[0]?.name).toBe("Short");
    expect(readTables(book, { table: "Gone" }).problem).toContain("The file holds no sheet “Gone”.");
  });

  it("says what it set aside", async () => {
    const { book } = await planText(
      "Inventory 2026,,\nname,kind,site\nOrders,wms,Cork\nTotal,,1\nname,kind,site\n",
    );
    expect(book.notes).toEqual([
      "Set aside: row 1, a title (“Inventory 2026”), row 4, a row of totals (“Total · 1”) and row 5, the header again (“name · kind · site”).",
    ]);
  });

  it("with a header and nothing below is refused in words", () => {
    expect(readTables(workbook([sheet("workloads", [["name", "site"]])])).problem).toBe(
      "Below its header the table holds no rows.",
    );
  });
});

describe("an unknown table", () => {
  it.each([
    [
      ["System name", "Owner", "Tier", "Remarks"],
      "workloads",
      ["name", "business_owner", "tier", null],
      "likely",
    ],
    [["Hostname", "OS", "RAM", "Application"], "assets", ["name", "os", "memory_mb", "workload"], "likely"],
    [["From", "To", "Protocol"], "dependencies", ["dependent", "needed", "kind"], "likely"],
    [
      ["Risk", "Category", "Probability", "Impact"],
      "risks",
      ["title", "domain", "current_likelihood", "current_impact"],
      "certain",
    ],
  ] as const)("with %j is guessed as %s", (header, format, mapping, sure) => {
    expect(guessMapping(header)[0]).toMatchObject({ format, mapping, sure });
  });

  it("with nothing that every row needs is guessed as nothing", () => {
    expect(guessMapping(["Date", "Weather"])).toEqual([]);
  });

  it("is known again by its header, however that is written", () => {
    expect(headDigest(["App Name", "Tier", "", ""])).toBe(headDigest(["app_name", "TIER"]));
    expect(headDigest(["Tier", "App Name"])).not.toBe(headDigest(["App Name", "Tier"]));
  });
});

describe("a risk register", () => {
  const risks = "title,code,current_likelihood,current_impact,due_on";
  const snapshot = {
    ...EMPTY,
    risks: [{ id: "r", version: 1, facts: { title: "Data is lost", code: "R-012", current_likelihood: 2 } }],
  };

  it.each([
    ["4 - Likely", 4],
    ["4/5", 4],
    ["Likely (4)", 4],
    ["4,0", 4],
    ["almost certain", 5],
  ])("reads %s", async (word, level) => {
    const { plan } = await planText(`title,current_likelihood\nData is lost,"${word}"`);
    expect(plan.rows[0]?.sets.current_likelihood).toBe(level);
  });

  it.each(["High", "H", "80%", "5 - Likely", "2/3", "3,5", "6"])(
    "refuses %s until somebody says",
    async (word) => {
      const { plan } = await planText(`title,current_likelihood\nData is lost,"${word}"`);
      expect(plan.rows[0]?.problems[0]).toMatchObject({
        column: "current_likelihood",
        found: `“${word}”`,
        expected: "1 to 5, or rare, unlikely, possible, likely, almost certain",
      });
    },
  );

  it.each([
    ["Frequent", 4],
    ["4 - frequent", 4],
    ["likely", 3],
    ["3 - Likely", 3],
    ["almost certain", 5],
    ["4 - Likely", null],
    ["now and then", 2],
    ["now_and_then", 2],
  ])("reads %s by the words of the program's own scale first", async (word, level) => {
    const scale = {
      likelihood: ["Never", "Now and then", "Likely", "Frequent", "Daily"],
      impact: ["Negligible", "Minor", "Moderate", "Major", "Severe"],
    };
    const text = `title,current_likelihood\nData is lost,"${word}"`;
    const { plan, book } = await planText(text, { ...EMPTY, scale }, { scale });
    expect(plan.rows[0]?.sets.current_likelihood ?? null).toBe(level);
    if (level === null)
      expect(plan.rows[0]?.problems[0]?.expected).toBe(
        "1 to 5, or never, now and then, likely, frequent, daily",
      );
    const [table] = book.tables;
    const asked = await planText(text.replace(word, "often"), EMPTY, { scale });
    expect(table && levelWordsToAsk(table, scale)).toEqual([]);
    expect(asked.book.tables.flatMap((one) => levelWordsToAsk(one, scale))).toEqual(["often"]);
  });

  it("takes the level that a person gave a word", async () => {
    const text = "title,current_likelihood,current_impact\nData is lost,High,H";
    const { book } = await planText(text);
    const [table] = book.tables;
    expect(table && levelWordsToAsk(table)).toEqual(["High", "H"]);
    const { plan } = await planText(text, EMPTY, { levels: { high: 4, h: 5 } });
    expect(plan.rows[0]?.sets).toMatchObject({ current_likelihood: 4, current_impact: 5 });
  });

  it("finds a risk by its code, and refuses a code that no risk bears", async () => {
    const { plan } = await planText(
      `${risks}\nData gets lost,r-012,3,4,28.11.2026\nNew one,R-400,,,`,
      snapshot,
    );
    expect(plan.rows[0]).toMatchObject({
      id: "r",
      sets: { title: "Data gets lost", current_likelihood: 3, due_on: "2026-11-28" },
    });
    expect(plan.rows[1]?.problems[0]?.fix).toContain("name the source of the file");
  });

  it("keeps the ids of a register that is named", async () => {
    const { plan } = await planText("Risk ID,Risk Title\nX-1,Data gets lost", snapshot, {
      format: "risks",
      sourceName: "Board register",
    });
    expect(plan.rows[0]?.sets).toEqual({
      title: "Data gets lost",
      external_id: "X-1",
      source: "Board register",
    });
  });

  it("lists the domains that there are", async () => {
    const domains = [{ id: "1", name: "Integration" }];
    const { plan } = await planText("title,domain\nData is lost,Weather", { ...EMPTY, domains });
    expect(plan.rows[0]?.problems[0]?.expected).toBe("one of: Integration");
  });
});

function sheet(name: string, cells: readonly (readonly string[])[]): Table {
  const [header = [], ...rows] = cells;
  return {
    name,
    hidden: false,
    formulasWithoutValue: 0,
    errorCells: 0,
    sheet: {
      header,
      headerRow: 1,
      rows: rows.map((row, at) => ({ row: at + 2, cells: row })),
      blankRows: 0,
      skipped: [],
      encoding: null,
      delimiter: null,
    },
  };
}

function workbook(tables: readonly Table[]): TableFile {
  return { kind: "xlsx", tables, emptySheets: [] };
}
