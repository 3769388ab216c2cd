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
      ["Corvane to cloud", "Dependencies", "Links out of the portfolio", "New"],
    ],
    ["/p/demo/recovery/0198c7e2/claim", ["Corvane to cloud", "Recovery", "Workload", "Claim"]],
    ["/p/demo/dependencies/0198c7e2", ["Corvane to cloud", "Dependencies", "Workload"]],
  ])("of %s lead from the program to the page", (path, labels) => {
    const crumbs = prepareCrumbs(path, PROGRAM, "Brief");
    expect(crumbs.map((crumb) => crumb.label)).toEqual(labels);
    expect(crumbs.at(-1)?.href).toBeUndefined();
    for (const crumb of crumbs.slice(0, -1)) expect(crumb.href).toMatch(/^\/p\/demo/);
  });

  it("do not lead to what is a tab of a workload and no page of its own", () => {
    const crumbs = prepareCrumbs("/p/demo/workloads/0198c7e2/remediation/new", PROGRAM, "Brief");
    expect(crumbs.at(-2)).toEqual({ label: "Remediation" });
    expect(crumbs.at(-3)?.href).toBe("/p/demo/workloads/0198c7e2");
  });
});
