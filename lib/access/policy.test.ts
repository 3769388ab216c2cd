import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { PERMISSIONS, ROLES } from "./model";
import { can, GRANTS } from "./policy";

const page = readFileSync(fileURLToPath(new URL("../../docs/access.md", import.meta.url)), "utf8");
const [head = [], , ...rows] = page
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const cells = rows.flatMap(([permission, ...marks]) =>
  head.slice(1).map((role, at) => ({ permission, role, mark: marks[at] })),
);

describe("the table of docs/access.md", () => {
  it("has a column for each role and a row for each permission, in the order of the model", () => {
    expect(head.slice(1)).toEqual([...ROLES]);
    expect(rows.map(([permission]) => permission)).toEqual([...PERMISSIONS]);
  });

  it("knows no other marks", () => {
    expect([...new Set(cells.map((cell) => cell.mark))].sort()).toEqual(["·", "●"]);
  });

  const known = PERMISSIONS.flatMap((permission) => ROLES.map((role) => ({ permission, role })));
  it.each(known)("$role, $permission", ({ permission, role }) => {
    const cell = cells.find((each) => each.permission === permission && each.role === role);
    expect(can({ role }, permission)).toBe(cell?.mark === "●");
  });

  it("grants nothing twice", () => {
    for (const role of ROLES) expect(new Set(GRANTS[role]).size).toBe(GRANTS[role].length);
  });
});

describe("what must stay true of the table", () => {
  it("lets an auditor and a partner change no fact", () => {
    for (const permission of [...GRANTS.auditor, ...GRANTS.partner])
      expect(permission).toMatch(/:read$|^audit:/);
  });

  it("gives every right to somebody", () => {
    for (const permission of PERMISSIONS) expect(ROLES.some((role) => can({ role }, permission))).toBe(true);
  });

  it("waives criteria by executives alone, and brings in history by program managers alone", () => {
    expect(ROLES.filter((role) => can({ role }, "gate:waive"))).toEqual(["executive"]);
    expect(ROLES.filter((role) => can({ role }, "history:backfill"))).toEqual(["program_manager"]);
  });
});
