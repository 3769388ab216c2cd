import type { PlaybookRisk } from "../model";

/** What goes wrong when a retailer's ERP moves while its stores stay open. */
export const P4_RISKS: readonly PlaybookRisk[] = [
  {
    key: "wrong-price",
    title: "Tills, shelf labels and shop show different prices after the cutover",
    domain: "Data integrity",
    failure:
      "Price and promotion files come from both systems, with start times in two zones and different rounding.",
    impact: "Customers are charged more than the shelf says; stores sell below cost until somebody sees it.",
    control:
      "Freeze prices three days before, send one full price file from the new system, and compare shelf, till and shop for two hundred articles in ten stores before opening.",
  },
  {
    key: "sales-doubled",
    title: "Store sales are posted twice or not at all",
    domain: "Integration",
    failure: "Tills resend what was not acknowledged; the night's sales lie between two ledgers.",
    impact: "Stock, replenishment and takings are wrong in every store at once.",
    control:
      "Know every receipt by store, till and number, refuse the second one, and compare receipts and takings per store for the last day before and the first day after.",
  },
  {
    key: "stock-promise",
    title: "The web shop promises stock that is not in the store",
    domain: "Data integrity",
    failure: "Stock by store is copied while stores sell; reservations of click and collect stay behind.",
    impact: "Orders are cancelled by the hundred, and customers tell others.",
    control:
      "Close click and collect for the night, carry reservations over by number, and open with a safety stock that is lowered store by store.",
  },
  {
    key: "card-payments",
    title: "Card payments fail, or are taken twice, at the new payment connection",
    domain: "Security & governance",
    failure: "Terminals, certificates and merchant numbers are tied to addresses and to the old till server.",
    impact: "Stores take cash only; refunds occupy the service desk for weeks.",
    control:
      "Leave the terminals on their own path to the provider, take one payment and one refund in every store format in the rehearsal, and keep offline payment allowed on the first day.",
  },
  {
    key: "peak-unready",
    title: "The new platform has not seen a campaign before the first campaign",
    domain: "Performance & scalability",
    failure: "Load was tried with averages; a campaign is one minute in which everybody comes.",
    impact: "The shop stands still at the hour that marketing paid for.",
    control:
      "Replay the best minute of last year's largest campaign at twice its height, with price changes and stock updates running.",
  },
  {
    key: "store-network",
    title: "Some stores reach the new system badly, and nobody knows which",
    domain: "Availability",
    failure: "Old lines, local name servers and boxes under a desk; each store is a little different.",
    impact: "A hundred calls at opening time look like one large failure.",
    control:
      "Run a probe from every store for two weeks before the night, and leave out, or line up in person, those that failed it.",
  },
  {
    key: "replenishment-blind",
    title: "Replenishment orders too much or nothing in the first week",
    domain: "Business continuity",
    failure: "Sales history, open orders and delivery days are loaded, but not with the same cut-off.",
    impact: "Fresh goods are thrown away, fast sellers are empty on Saturday.",
    control:
      "Compare order proposals of old and new for two weeks, cap the first week at the last year's quantity, and let planners release them.",
  },
  {
    key: "fiscal-records",
    title: "Fiscal records of tills have a gap, or cannot be read after the switch-off",
    domain: "Compliance",
    failure: "Signed till records and their export belong to the system that is switched off.",
    impact: "A tax inspection estimates the takings instead of reading them.",
    control:
      "Export and verify the records of every till on the last day, and keep a reader for as long as the law demands.",
  },
  {
    key: "stores-untold",
    title: "Store teams meet the change on the morning itself",
    domain: "Operational resilience",
    failure: "Messages went to managers who were on leave; part-time staff read no mail.",
    impact: "Queues, calls and improvised workarounds that have to be undone later.",
    control:
      "One page per role at every till, a short film for shift starts, and a named colleague per twenty stores who has done it in the rehearsal.",
  },
  {
    key: "landing-zone-drift",
    title: "Rehearsal and production are built differently",
    domain: "Operational resilience",
    failure: "Production is set up by hand after the rehearsal, with other sizes, rules and versions.",
    impact: "The night meets what the rehearsal did not.",
    control:
      "Build all environments from the same definition, and list every difference with a reason before go/no-go.",
  },
  {
    key: "access-stores",
    title: "Shift leaders cannot sign in, or former staff still can",
    domain: "Identity & access",
    failure: "Store accounts are shared and not in the central directory; leavers were never removed.",
    impact: "A store opens late, or refunds are booked by somebody who has left.",
    control:
      "Give every shift leader an account of their own two weeks before, sign in once from their store, and close shared ones with the wave.",
  },
];
