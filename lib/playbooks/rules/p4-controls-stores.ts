import type { PlaybookControl } from "../model";

/** What a retailer does so that stores sell, charge and replenish while its ERP moves. */
export const P4_CONTROLS_STORES: readonly PlaybookControl[] = [
  {
    key: "tills-alone",
    title: "Tills sell for a day without the ERP",
    domain: "Business continuity",
    failure: "A till asks the centre for prices, vouchers or the next number, and waits.",
    impact: "Stores take cash by hand, or close their doors.",
    response:
      "Prices, promotions and numbers for a day lie on the store's own server; sales are sent when the line is back.",
    howVerified: "Cut one store of each format off for two hours of trade; every sale arrives once.",
    everyDays: 90,
  },
  {
    key: "orders-capped",
    title: "Automatic orders are capped while history settles",
    domain: "Business continuity",
    failure: "Replenishment starts with sales, stock and open orders of different cut-offs.",
    impact: "Fresh goods are thrown away, and fast sellers are empty on Saturday.",
    response:
      "The first two weeks are capped at last year's quantity, and planners release what is above it.",
    howVerified: "Compare order proposals of old and new for one week by store and category.",
    everyDays: 60,
  },
  {
    key: "price-threefold",
    title: "Shelf, till and web shop are compared before opening",
    domain: "Data integrity",
    failure: "Price and promotion files come from two systems with other start times and rounding.",
    impact: "Customers are charged more than the shelf says, and somebody photographs it.",
    response:
      "One price file from one system; two hundred articles are compared in ten stores before the doors open.",
    howVerified:
      "Set one wrong price on the test system, and see that the comparison names article and store.",
    everyDays: 30,
  },
  {
    key: "stock-safety",
    title: "The web shop promises only stock that a store can find",
    domain: "Data integrity",
    failure: "Stock by store is copied while stores sell, and reservations stay behind.",
    impact: "Orders are cancelled by the hundred.",
    response:
      "Open with a safety stock per category, lowered store by store with the rate of orders that were found.",
    howVerified: "Ninety-eight of a hundred click-and-collect orders found within the hour, by store.",
    everyDays: 30,
  },
  {
    key: "receipts-counted",
    title: "Every receipt is known by store, till and number",
    domain: "Integration",
    failure: "Tills resend what was not acknowledged; a night's sales lie between two ledgers.",
    impact: "Takings, stock and replenishment are wrong in every store at once.",
    response:
      "The second arrival of a receipt is refused, gaps are asked for by number, takings are compared per store and day.",
    howVerified: "Send one day of ten stores twice with one receipt taken out; none doubled, one missed.",
    everyDays: 60,
  },
  {
    key: "one-order-system",
    title: "Each order has one system of record on every day of the move",
    domain: "Integration",
    failure: "Shop, warehouse and store change the same order in two systems.",
    impact: "A cancelled order is delivered, and a paid one is not.",
    response: "A written split by date of order; the other system reads and cannot change.",
    howVerified: "Try to change twenty orders in the system that does not own them; all are refused.",
    everyDays: 60,
  },
  {
    key: "fiscal-archive",
    title: "Fiscal records of every till are exported, verified and readable",
    domain: "Compliance",
    failure: "Signed till records and their reader belong to the system that is switched off.",
    impact: "A tax inspection estimates the takings instead of reading them.",
    response:
      "An export per till on the last day, its signatures verified, with a reader for as long as the law demands.",
    howVerified:
      "Read one day of five tills drawn by lot, and verify the signatures with the authority's own tool.",
    everyDays: 180,
  },
  {
    key: "customer-rights",
    title: "Consent, deletion and loyalty balances come over as they were",
    domain: "Compliance",
    failure: "Consent flags get a default value, and deleted customers come back with the copy.",
    impact: "Customers get mail they forbade; points that they saved are gone.",
    response:
      "Compare consent and balance per customer before and after, and delete again what was deleted since the copy.",
    howVerified: "Take five hundred customers by lot; every flag and balance is as before.",
    everyDays: 90,
  },
  {
    key: "page-per-role",
    title: "Every store role has one page, and a colleague who has done it",
    domain: "Operational resilience",
    failure: "The message went to managers on leave; part-time staff read no mail.",
    impact: "Queues and improvised workarounds that have to be undone later.",
    response:
      "A page per role at every till, a short film for shift starts, a named colleague for twenty stores.",
    howVerified: "Ask three people of each role in five stores what they do when the till says no.",
    everyDays: 60,
  },
  {
    key: "command-post",
    title: "One number for stores, and one list of what is known",
    domain: "Operational resilience",
    failure: "A hundred calls at opening look like one failure, and each is answered differently.",
    impact: "The one store with a real failure waits in the queue.",
    response:
      "A command post with one number, one list by store, and messages to all tills within five minutes.",
    howVerified:
      "In the rehearsal, thirty stores call within ten minutes, three with a real failure; those three are found.",
    everyDays: 90,
  },
];
