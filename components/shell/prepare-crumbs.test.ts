import { describe, expect, it } from "vitest";
import { prepareCrumbs } from "./prepare-crumbs";

const PROGRAM = { name: "Corvane to cloud", href: "/p/demo" };

describe("crumbs", () => {
  it.each([
    ["/p/demo", ["Corvane to cloud", "Brief"]],
    ["/p/demo/waves", ["Corvane to cloud", "Waves"]],
    ["/p/demo/waves/3", ["Corvane to cloud", "Waves", "Wave 3"]],
    ["/p/demo/waves/3/gate", ["Corvane to cloud", "Waves", "Wave 3", "Go or no-go"]],
    ["/p/demo/risks/R-014/edit", ["Corvane to cloud", "Risks", "R-014", "Edit"]],
    ["/p/demo/processes/0198c7e2/workloads", ["Corvane to cloud", "Processes", "Process", "Workloads"]],
    ["/p/demo/workloads/0198c7e2", ["Corvane to cloud", "Workloads", "Workload"]],
    ["/p/demo/members/0198c7e2", ["Corvane to cloud", "Members", "Member"]],
    [
      "/p/demo/dependencies/outside/new",
      ["Corvane to cloud", "Dependencies", "Links out of the portfolio", "New link"],
    ],
    ["/p/demo/recovery/0198c7e2/claim", ["Corvane to cloud", "Recovery", "Workload", "Claim"]],
    ["/p/demo/dependencies/0198c7e2", ["Corvane to cloud", "Dependencies", "Workload"]],
  ])("of %s lead from the program to the page", (path, labels) => {
    const crumbs = prepareCrumbs(path, PROGRAM, "Brief");
    expect(crumbs.map((crumb) => crumb.label)).toEqual(labels);
    expect(crumbs.at(-1)?.href).toBeUndefined();
    for (const crumb of crumbs.slice(0, -1)) expect(crumb.href).toMatch(/^\/p\/demo/);
  });

  it("say the names that are known instead of what kind of thing it is", () => {
    const names = new Map([
      ["0198c7e2", "Tilbury WMS"],
      ["/p/demo/waves/3", "Wave 3, EDI and portals"],
    ]);
    const labels = (path: string) =>
      prepareCrumbs(path, PROGRAM, "Brief", names)
        .slice(1)
        .map((crumb) => crumb.label);
    expect(labels("/p/demo/workloads/0198c7e2/edit")).toEqual(["Workloads", "Tilbury WMS", "Edit"]);
    expect(labels("/p/demo/waves/3/gate")).toEqual(["Waves", "Wave 3, EDI and portals", "Go or no-go"]);
    expect(labels("/p/demo/risks/R-003")).toEqual(["Risks", "R-003"]);
  });

  it("name the kind of gate that the address asks for, and lead back to it", () => {
    const labels = (path: string, kind: string) => prepareCrumbs(path, PROGRAM, "Brief", new Map(), kind);
    const crumbs = labels("/p/demo/waves/3/gate/attest/0198c7e2", "readiness");
    expect(crumbs.at(-2)).toEqual({ label: "Readiness gate", href: "/p/demo/waves/3/gate?kind=readiness" });
    expect(labels("/p/demo/waves/3/gate", "coffee").at(-1)).toEqual({ label: "Go or no-go" });
  });

  it("do not lead to what is a tab of a workload and no page of its own", () => {
    const crumbs = prepareCrumbs("/p/demo/workloads/0198c7e2/remediation/new", PROGRAM, "Brief");
    expect(crumbs.at(-2)).toEqual({ label: "Remediation" });
    expect(crumbs.at(-3)?.href).toBe("/p/demo/workloads/0198c7e2");
  });
});
