import type { PlaybookChecklist } from "../model";
import { withMore } from "./checklist-parts";

/** Wavegate's own lists, which hold what every cutover forgets, with what a retailer with open stores forgets besides. */
export const P4_CHECKLISTS: readonly PlaybookChecklist[] = [
  withMore("foundation", {
    "Stores and definition": [
      [
        "store-probes",
        "Have a probe report from every store for two weeks, and list those that fail",
        "network engineer",
        "T-14d",
        "Each store's line is a little different; averages hide the ten that will call.",
        { evidence: true },
      ],
      [
        "from-definition",
        "Build the landing zone again in an empty account from its definition, and note what was done by hand",
        "technical owner",
        "T-10d",
        "What was done by hand is missing after a disaster.",
        { evidence: true },
      ],
      [
        "cost-limits",
        "Set a limit and an alarm on cost per environment",
        "wave lead",
        "T-5d",
        "A load test that nobody stopped is found on the invoice.",
      ],
    ],
  }),
  withMore("non_production", {
    "Test store": [
      [
        "test-store",
        "Set up a till, a payment terminal, a shelf label and a handheld of every format in the test store",
        "site lead",
        "T-7d",
        "What is not there is tried for the first time by a customer.",
      ],
      [
        "training-open",
        "Open the training system to shift leaders, and see one of each region work in it",
        "business owner",
        "E+5d",
        "They are the people who are called on the morning.",
        { evidence: true },
      ],
    ],
  }),
  withMore("rehearsal", {
    Stores: [
      [
        "stores-lent",
        "Agree with ten stores of every format which staff come before opening",
        "business owner",
        "T-14d",
        "The rosters are made two weeks ahead.",
      ],
      [
        "prices-walked",
        "Walk ten stores with a list of two hundred articles: shelf, till, shop",
        "site lead",
        "E-2h",
        "The same list, the same people as on the night.",
        { after: ["stores-lent"], evidence: true },
      ],
      [
        "back-to-till",
        "Point the tills of one store back, and sell",
        "technical owner",
        "E-45m",
        "The way back of a store is the till, not the ERP.",
        { after: ["prices-walked"], evidence: true },
      ],
    ],
  }),
  withMore("production", {
    "Stores before opening": [
      [
        "price-freeze",
        "Freeze prices and promotions, but for corrections that store operations ask for by name",
        "business owner",
        "T-3d",
        "A price that changes in the night is in one of the two files.",
      ],
      [
        "offline-allowed",
        "Allow tills and terminals to sell offline until the first day is over",
        "technical owner",
        "T-24h",
        "Stores go on selling while somebody mends.",
        { evidence: true },
      ],
      [
        "collect-closed",
        "Close click and collect and next-day delivery in the shop, with a notice and an end",
        "business owner",
        "T-2h",
        "What is promised during the copy is promised by nobody.",
      ],
      [
        "takings-closed",
        "Close the day in every store, and compare receipts and takings with the ledger",
        "business owner",
        "T+1h",
        "The last figure of the old place is the first of the new one.",
        { after: ["intake-stopped"], evidence: true },
      ],
      [
        "fiscal-exported",
        "Export and verify the fiscal records of every till",
        "technical owner",
        "T+2h",
        "After the switch-off nobody can ask for them.",
        { after: ["takings-closed"], evidence: true },
      ],
      [
        "full-price-file",
        "Send one full price file from the new place, and see it acknowledged by every store",
        "integration engineer",
        "E-2h",
        "Stores that did not acknowledge are called, not waited for.",
        { after: ["price-freeze", "takings-closed"], evidence: true },
      ],
      [
        "prices-walked",
        "Walk ten stores with two hundred articles: shelf, till, shop",
        "site lead",
        "E-45m",
        "Before the doors open; the list is that of the rehearsal.",
        { after: ["full-price-file"], evidence: true },
      ],
      [
        "doors-open",
        "See one sale, one refund and one loyalty card in the first store of every region",
        "site lead",
        "E+30m",
        "The first customer should not be the first to try.",
        { after: ["prices-walked"], evidence: true },
      ],
      [
        "collect-opened",
        "Open click and collect with a safety stock, region by region",
        "business owner",
        "E+4h",
        "Lowered store by store once its count agrees.",
        { after: ["collect-closed", "doors-open"] },
      ],
    ],
  }),
];
