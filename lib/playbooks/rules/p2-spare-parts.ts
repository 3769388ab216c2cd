import type { SetContent } from "../model";
import { more } from "./checklist-parts";
import { asked } from "./gate-parts";
import { before } from "./offsets";
import { SPARE_PARTS_CONTROLS } from "./p2-controls";

/** Spare parts: a long tail of slow articles, breakdown orders against the clock, and several old systems that become one. */
export const P2_SPARE_PARTS: SetContent = {
  tiers: [],
  domains: [
    {
      name: "Master data",
      appetite: 5,
      why: "A part under two numbers is ordered twice and found never; only what a person checks before it is used is lived with.",
    },
  ],
  controls: SPARE_PARTS_CONTROLS,
  risks: [
    {
      key: "part-numbers",
      title: "The same part keeps two numbers, or two parts get one, when the old systems are put together",
      domain: "Master data",
      failure:
        "Each old system has its own numbers, supersessions and units; matching by description joins what only looks alike.",
      impact: "A mechanic receives the wrong part, and the machine stands for another day.",
      control:
        "Match by manufacturer and manufacturer's number alone, have product people decide every other pair, and keep all old numbers searchable.",
    },
    {
      key: "history-lost",
      title: "Demand history does not come along, and replenishment orders blindly",
      domain: "Data integrity",
      failure: "Slow movers need years of history; the old systems hold it in different units and periods.",
      impact: "The central warehouse buys what lies there, and runs out of what does not.",
      control:
        "Load thirty-six months of demand per part and site, and compare order proposals of old and new for one week before anything is bought by them.",
    },
    {
      key: "two-truths",
      title: "While systems run side by side, one warehouse's stock is promised by two of them",
      domain: "Data integrity",
      failure:
        "The system that moved and those still to come both answer availability for the shared central stock.",
      impact: "Breakdown orders are confirmed for parts that have left.",
      control:
        "Name one system of record for each warehouse and day of the program; the others read its stock, at most five minutes old, and cannot reserve it.",
    },
    {
      key: "hidden-users",
      title: "An old system has users and interfaces that nobody named",
      domain: "Operational resilience",
      failure: "Branches, dealers and a workshop planner read it through shared accounts and files.",
      impact: "A dealer's order desk stands still on the morning after the switch-off.",
      control:
        "Read four weeks of the old system's access log, call everyone in it, and leave it readable for three months.",
    },
  ],
  criteria: [
    {
      waveKind: "rehearsal",
      kind: "cutover_complete",
      criteria: [
        asked(
          "parts-matched",
          "Data reconciliation",
          "Every part of the old system is matched, new or set aside, and product people decided the doubtful ones",
          "Parts might be mixed up or doubled",
        ),
      ],
    },
    {
      waveKind: "production",
      kind: "go_no_go",
      criteria: [
        asked(
          "proposals-compared",
          "Data reconciliation",
          "One week of order proposals of old and new compared, with every large difference explained",
          "Replenishment might buy the wrong parts",
        ),
      ],
    },
  ],
  items: [
    more("production", {
      "Several old systems": [
        [
          "record-named",
          "Write down which system is the record for each warehouse from this night on, and tell order desks",
          "business owner",
          "T-3d",
          "The question comes with the first breakdown order on Sunday.",
        ],
        [
          "old-numbers-found",
          "Search a hundred parts by their old numbers, chosen by the workshop",
          "business owner",
          "E-1h",
          "Mechanics ask by the number on the old box for years.",
          { evidence: true },
        ],
        [
          "breakdown-order",
          "Take, pick and ship one breakdown order with the night courier",
          "site lead",
          "E-30m",
          "The promise that customers pay for, end to end.",
          { after: ["old-numbers-found"], evidence: true },
        ],
        [
          "old-still-read",
          "Leave the old system readable and its log switched on",
          "technical owner",
          "E+14d",
          "Who still reads it is found before it is switched off.",
          { evidence: true },
        ],
      ],
    }),
  ],
  periods: [
    {
      key: "machine-season",
      kind: "freeze",
      title: "Season of the machines",
      reason:
        "When machines run from dawn to dusk a part that is a day late costs a harvest or a building site; nothing moves.",
      on: { yearDay: "06-15" },
      from: "00:00",
      days: 75,
      to: "00:00",
      confirm: true,
    },
    {
      key: "courier-cut-off",
      kind: "caution",
      title: "Night courier cut-off",
      reason:
        "Breakdown orders are taken until five and leave at half past six; a standstill then is paid for by penalties.",
      on: { week: ["MO", "TU", "WE", "TH", "FR"] },
      from: "16:30",
      days: 0,
      to: "19:00",
      confirm: true,
    },
  ],
  scenarios: [
    {
      key: "consolidation",
      title:
        "Scenario: consolidation – two old systems loaded one after the other, with shared parts, suppliers and customers",
      why: "The second load meets the first: that is where doubles come from.",
      offset: before(14),
    },
    {
      key: "breakdown-night",
      title:
        "Scenario: breakdown order at 16:55 – availability, supersession, picking and the courier's label by 18:30",
      why: "It crosses every system in ninety minutes.",
      offset: before(10),
    },
  ],
  waves: [
    {
      name: "One part master",
      kind: "rehearsal",
      scope:
        "Parts, supersessions, suppliers and customers of all old systems, matched and loaded in full; no stock and no orders yet.",
      impact: "Product people decide doubtful pairs for several weeks; customers notice nothing.",
      rollback: "Nothing counts; the load is thrown away and repeated until the doubtful pairs are decided.",
      scenarios: ["consolidation"],
    },
    {
      name: "First old system into Odoo",
      kind: "production",
      scope:
        "The smallest old system with its branch and customers: stock, orders, purchasing and history. It teaches what the others will cost.",
      impact:
        "One branch works on paper from Saturday evening to Sunday noon; breakdown orders go through the neighbour.",
      rollback: "The old system is kept as it was on Saturday and opened again until Monday noon.",
      scenarios: ["breakdown-night", "receiving-surge"],
    },
    {
      name: "Rehearsal with the central warehouse",
      kind: "rehearsal",
      scope: "The remaining systems and the central warehouse, with the real hours and people of the night.",
      impact: "The central warehouse lends a shift on a Saturday; nothing leaves the building.",
      rollback: "Nothing counts; the copy is thrown away once its times are written down.",
      scenarios: ["consolidation", "order-import", "end-of-month"],
    },
    {
      name: "Remaining systems and central warehouse",
      kind: "production",
      scope:
        "Every other old system and the central warehouse, outside the season; afterwards there is one stock.",
      impact: "Breakdown orders of one night are taken by telephone and sent from branches.",
      rollback:
        "Until the first breakdown order is shipped from the new system the old ones are opened again; afterwards only forward.",
      scenarios: ["breakdown-night", "receiving-surge", "integration-backlog"],
    },
  ],
  asks: [
    "The old systems with their users, interfaces, part counts, and the person who may decide doubtful parts in each.",
    "For every warehouse, which system is the record until its wave, and who tells the order desks.",
  ],
};
