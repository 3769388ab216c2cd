import type { PlaybookControl } from "../model";
import { P2_CONTROLS_FLOW } from "./p2-controls-flow";
import { P2_CONTROLS_PLATFORM } from "./p2-controls-platform";

/** What is done against the typical failures when a distributor's Odoo moves, whatever it sells. */
export const P2_CONTROLS: readonly PlaybookControl[] = [...P2_CONTROLS_FLOW, ...P2_CONTROLS_PLATFORM];

export const WHOLESALE_CONTROLS: readonly PlaybookControl[] = [
  {
    key: "counts-per-partner",
    title: "EDI messages are counted per partner and type, on both sides",
    domain: "Customer EDI compliance",
    failure: "Totals agree while one partner's messages are missing and another's came twice.",
    impact: "The customer fines late and doubled messages by contract, a month later.",
    response:
      "Counts per partner, type and hour against the partner's own acknowledgements; a difference is called before the cut-off.",
    howVerified: "Take one message out and double another on the test gateway, and see both named.",
    everyDays: 30,
  },
  {
    key: "advice-before-truck",
    title: "No truck leaves before its despatch advice was acknowledged",
    domain: "Customer EDI compliance",
    failure: "The outgoing queue stands still and the gate does not know.",
    impact: "The customer refuses the delivery and charges for handling.",
    response:
      "The gate sees per delivery whether the advice was acknowledged, and who to call when it was not.",
    howVerified: "Hold the outgoing queue for ten minutes in the rehearsal; the gate stops the truck.",
    everyDays: 60,
  },
];

export const SPARE_PARTS_CONTROLS: readonly PlaybookControl[] = [
  {
    key: "match-signed",
    title: "Parts are joined only by the manufacturer's number, or by a person who signs",
    domain: "Master data",
    failure: "Matching by description joins parts that only look alike.",
    impact: "A mechanic gets the wrong part and the machine stands for another day.",
    response:
      "Pairs by manufacturer and number are joined by rule; every other pair waits for the product team.",
    howVerified: "Draw a hundred joined parts by lot; product people find none that is wrong.",
    everyDays: 60,
  },
  {
    key: "old-numbers-found",
    title: "Every old number is found in the new system",
    domain: "Master data",
    failure: "Supersessions and dealers' numbers stay in the system that is switched off.",
    impact: "A part that lies in the next warehouse is ordered from the manufacturer.",
    response: "All old and superseded numbers are searchable, and lead to the part that is sold today.",
    howVerified: "Search two hundred numbers of last year's orders, drawn by lot from each old system.",
    everyDays: 90,
  },
];

export const FOOD_CONTROLS: readonly PlaybookControl[] = [
  {
    key: "trace-within-hours",
    title: "Any lot is traced forward and back within four hours, across the cutover",
    domain: "Food safety & traceability",
    failure: "Origin and deliveries of a lot lie in two systems with different numbers.",
    impact: "A recall takes back everything, because nobody can say which customers have the lot.",
    response:
      "Lot moves of twenty-four months come along, and the old trace stays readable for the longest shelf life.",
    howVerified: "Trace five lots drawn by lot to every customer and every supplier, with the clock running.",
    everyDays: 90,
  },
  {
    key: "block-a-lot",
    title: "A blocked lot cannot be picked anywhere within five minutes",
    domain: "Food safety & traceability",
    failure: "The block is set in the ERP and handhelds go on from their own list.",
    impact: "Goods that were recalled in the morning are delivered at noon.",
    response: "Handhelds ask before each pick of a lot, and refuse when they cannot ask.",
    howVerified: "Block a lot on test at every site, and try to pick it five minutes later.",
    everyDays: 60,
  },
  {
    key: "temperature-without-erp",
    title: "Temperatures are recorded and alarms call without the ERP",
    domain: "Cold chain",
    failure: "Alarms run through a server that moves in the same night.",
    impact: "A door stays open, nobody is called, and the goods are thrown away.",
    response: "Sensors record by themselves for two days and call the duty phone over a line of their own.",
    howVerified: "Open a door with the ERP switched off; the duty phone rings within five minutes.",
    everyDays: 60,
  },
  {
    key: "goods-wait-cold",
    title: "Goods that cannot leave have a cold place to wait",
    domain: "Cold chain",
    failure: "The cutover runs late and picked goods stand at the dock.",
    impact: "A tour is thrown away although every order was right.",
    response:
      "Docks close for picking an hour before the switch, and places are kept free for what was picked.",
    howVerified: "In the rehearsal, hold one tour for three hours and read its temperatures.",
    everyDays: 120,
  },
];
