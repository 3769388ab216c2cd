import type { PlaybookScenario, PlaybookWave } from "../model";
import { before } from "./offsets";

/** What a retailer has to have seen before customers do. */
export const P4_SCENARIOS: readonly PlaybookScenario[] = [
  {
    key: "store-offline",
    title:
      "Scenario: store offline – a store loses its line for two hours, sells on, and catches up without loss or doubling",
    why: "It happens somewhere every week; on the night it may be everywhere.",
    offset: before(10),
  },
  {
    key: "promotion-spike",
    title: "Scenario: promotion spike – the best minute of last year's largest campaign at twice its height",
    why: "Averages never sold anything.",
    offset: before(10),
  },
  {
    key: "price-change",
    title:
      "Scenario: price change overnight – a full file and an urgent correction reach till, shelf label and shop in every format",
    why: "A correction in the middle of a file is what goes wrong in real weeks.",
    offset: before(7),
  },
  {
    key: "click-and-collect",
    title: "Scenario: click and collect – ordered, reserved, picked, not fetched, and back on the shelf",
    why: "The way back of an order touches every system once more.",
    offset: before(7),
  },
  {
    key: "end-of-day",
    title:
      "Scenario: end of day – takings, cash, cards and returns of all stores agree with the ledger by six in the morning",
    why: "A day that does not close makes the next one worse.",
    offset: before(10),
  },
  {
    key: "receiving-surge",
    title:
      "Scenario: receiving surge – seasonal goods for all stores received, split and sent out on one day",
    why: "The distribution centre has one day for what stores sell in a month.",
    offset: before(10),
  },
  {
    key: "rebuild",
    title:
      "Scenario: rebuild – the landing zone built again from its definition in an empty account, with the clock running",
    why: "It proves that the definition is whole, and gives the first honest recovery time.",
    offset: before(14),
  },
  {
    key: "masked-copy",
    title: "Scenario: masked copy – refreshed from production, with no customer, card or employee readable",
    why: "Rehearsals need real data, and testers do not need real people.",
    offset: before(5),
  },
];

/** Four waves: what customers notice is left for the last one, and is short. */
export const P4_WAVES: readonly PlaybookWave[] = [
  {
    name: "Landing zone",
    kind: "foundation",
    scope:
      "Accounts, network to stores and distribution centre, sign-on, keys, monitoring, backup and cost limits, all from one definition. No business system moves.",
    impact: "Stores notice nothing; probes from every store begin to report.",
    rollback: "Routes of stores stay as they are; what was built is taken down by its definition.",
    scenarios: ["rebuild"],
  },
  {
    name: "Non-production",
    kind: "non_production",
    scope:
      "Development, test and training of ERP, order management and integrations with masked data, and the pilot tills of the test store.",
    impact: "Testers and trainers lose their systems for a day; releases pause for a week.",
    rollback: "The old test systems stay until one release has been tested on the new ones.",
    scenarios: ["masked-copy", "price-change"],
  },
  {
    name: "Rehearsal",
    kind: "rehearsal",
    scope:
      "The whole night with production's data: copy, switch, reconciliation, ten stores of every format with their own staff, and the way back.",
    impact: "Ten stores lend a shift before opening; nothing is sold through it.",
    rollback: "Nothing counts; the copy is thrown away once its times are written down.",
    scenarios: ["store-offline", "promotion-spike", "end-of-day", "click-and-collect", "receiving-surge"],
  },
  {
    name: "Production in a controlled window, with hypercare",
    kind: "production",
    scope:
      "ERP with prices, stock, replenishment and finance, order management and all store connections, in the weakest trading night; then two month-ends of hypercare.",
    impact:
      "Shop and click and collect close for the night; stores open with a safety stock and a colleague to call. Tills sell throughout.",
    rollback:
      "Until the first store opens: tills are pointed back, the old ERP is opened as it was at the copy. Afterwards stores stay on the new one and are mended there.",
    scenarios: ["store-offline", "promotion-spike", "price-change", "end-of-day"],
  },
];
