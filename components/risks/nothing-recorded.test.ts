import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { RiskMap } from "@/components/charts/risk-map";
import { TopRisks } from "@/components/risks/top-risks";

function topRisks(open: number, unknown: number): string {
  const nothing = { rows: [], total: 0, accepted: 0, base: "/risks", allHref: "/risks" };
  return renderToStaticMarkup(createElement(TopRisks, { ...nothing, open, unknown }));
}

function map(count: number, unknown: number): string {
  const cell = {
    likelihood: 1,
    impact: 1,
    count,
    level: 1,
    levelWord: "Very low",
    href: "#",
    aboveAppetite: false,
  } as const;
  const names = ["1", "2", "3", "4", "5"];
  const props = {
    cells: [cell],
    likelihoods: names,
    impacts: names,
    asOf: "now",
    unknown: { count: unknown, href: "#" },
  };
  return renderToStaticMarkup(createElement(RiskMap, props));
}

describe("where no risk is recorded", () => {
  it("nobody is told that all is judged", () => {
    expect(topRisks(0, 0)).not.toMatch(/judged|Nothing stands/);
    expect(topRisks(0, 0)).toContain("No risk is recorded");
    expect(topRisks(3, 0)).toContain("Every open risk is judged");
    expect(topRisks(3, 1)).toContain("cannot be judged");
  });

  it("the map does not say that every risk has a score", () => {
    expect(map(0, 0)).not.toContain("Every risk has a score");
    expect(map(0, 0)).toContain("No risk is recorded");
    expect(map(2, 0)).toContain("Every risk has a score");
  });
});
