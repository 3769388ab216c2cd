import type { PlaybookScenario, PlaybookWave } from "../model";
import { before } from "./offsets";

/** What every distributor has to have seen on the new platform. */
export const P2_SCENARIOS: readonly PlaybookScenario[] = [
  {
    key: "receiving-surge",
    title: "Scenario: receiving surge – a morning of three containers, received, put away and labelled",
    why: "Goods-in writes more stock moves an hour than anything else, from devices with the weakest network.",
    offset: before(10),
  },
  {
    key: "end-of-month",
    title:
      "Scenario: end of month – invoicing run, stock valuation and VAT report on a full month of copied data",
    why: "The heaviest jobs run on the one day on which nobody may say that they are slow.",
    offset: before(10),
  },
  {
    key: "order-import",
    title: "Scenario: synchronised order import – shop, EDI and sales force deliver in the same five minutes",
    why: "Reservations of the same stock from three sides show lock contention that no single import shows.",
    offset: before(10),
  },
  {
    key: "integration-backlog",
    title: "Scenario: integration backlog – six hours of held messages drained while people work",
    why: "It is what happens on the morning after the window, and again after every outage.",
    offset: before(7),
  },
  {
    key: "restore-together",
    title: "Scenario: database and documents restored to one point by the provider, with the clock running",
    why: "The contract names a time, and this is the only proof of it.",
    offset: before(14),
  },
  {
    key: "figures-compared",
    title: "Scenario: twenty reports of last month from old and new place, compared figure by figure",
    why: "Reports move first because they only read; they are also the proof that the copy is whole.",
    offset: before(3),
  },
];

/** What comes before the ERP itself, whatever is sold. */
export const P2_WAVES: readonly PlaybookWave[] = [
  {
    name: "Landing zone and operations",
    kind: "foundation",
    scope:
      "Network to all warehouses, sign-on, certificates, monitoring, backup and the split of duties with the provider. No business system moves.",
    impact: "Nobody in sales or in the warehouse notices, but for a possible new sign-on.",
    rollback: "Sites keep their old routes beside the new ones; each is switched back by itself.",
    scenarios: ["restore-together"],
  },
  {
    name: "Test and training systems",
    kind: "non_production",
    scope:
      "Odoo on the target version with masked data, test connections of partners, and training for the shift leads. What runs here is the configuration of the night.",
    impact: "Testers and trainers lose their system for a day; month-end tests are planned around it.",
    rollback: "The old test systems stay until one month-end has been tested on the new ones.",
    scenarios: ["figures-compared"],
  },
  {
    name: "Reporting and read-only services",
    kind: "production",
    scope:
      "Warehouse of figures, dashboards and the customer's order status, fed from the ERP that still runs in the old place.",
    impact: "Reports are a day old on the morning after; order status is away for an hour at night.",
    rollback: "Point reports and the status page back at the old copy, which is fed for two more weeks.",
    scenarios: ["figures-compared"],
  },
];
