import type { PlaybookControl } from "../model";

/** What a distributor does so that goods, orders and books survive the move of its Odoo. */
export const P2_CONTROLS_FLOW: readonly PlaybookControl[] = [
  {
    key: "paper-shift",
    title: "Every site can ship one shift without the ERP",
    domain: "Business continuity",
    failure:
      "The fallback is a sentence in a plan; forms, price list and pick slips are not in the building.",
    impact: "A site stops at the first longer outage, and trucks leave empty.",
    response:
      "A sealed box per site with forms, yesterday's open orders and the numbers to call; orders are printed every evening.",
    howVerified: "Ship ten real orders per site by paper, and book them afterwards without a difference.",
    everyDays: 180,
  },
  {
    key: "restore-to-order",
    title: "A restore ends with a confirmed pick, not with a running database",
    domain: "Business continuity",
    failure: "The database is restored; documents, labels, queues and sign-in are not part of the drill.",
    impact: "The system is up and nobody can ship with it.",
    response:
      "Restore database, document store and interfaces to one point, and pick, label and invoice an order on the result.",
    howVerified:
      "The record of the drill: times from declared to the first confirmed pick, against the tier.",
    everyDays: 90,
  },
  {
    key: "way-back-rehearsed",
    title: "The way back is rehearsed with goods received in between",
    domain: "Business continuity",
    failure: "The rollback was tried on an idle system; what was booked after the switch has no way back.",
    impact: "Turning back costs a day of receipts and picks, so nobody dares to turn back.",
    response:
      "A list of what is booked anew by hand, in which order and by whom, and a last moment at which that is still possible.",
    howVerified: "Turn back in the rehearsal after two hours of bookings, and compare stock and open orders.",
    everyDays: 120,
  },
  {
    key: "nightly-reconciliation",
    title: "Stock, open orders and receivables are compared every night",
    domain: "Data integrity",
    failure:
      "A difference between Odoo, warehouse system and ledger grows for weeks before a count finds it.",
    impact: "Goods are promised that are not there, and the close starts with a search.",
    response:
      "A nightly comparison by product, location and lot against signed tolerances; what is above them has an owner by ten.",
    howVerified: "Change one quantity and one lot on a test copy, and find both in the morning's list.",
    everyDays: 30,
  },
  {
    key: "units-and-prices",
    title: "Units, packagings and prices are priced again after every load",
    domain: "Data integrity",
    failure: "A case becomes a piece, or a price list wins that was not valid any more.",
    impact: "Twelve times too much is delivered or invoiced, and customers stop paying whole invoices.",
    response:
      "Price last month's order lines on the loaded data, and let sales sign what differs by more than a cent.",
    howVerified: "Run the comparison on a load with one wrong unit of measure, and see that it names it.",
    everyDays: 60,
  },
  {
    key: "idempotent-intake",
    title: "An order that arrives twice is taken once",
    domain: "Integration",
    failure: "Partners resend what was not acknowledged, and a replay brings what had arrived.",
    impact: "Two pallets stand at a customer's dock that refuses one of them.",
    response:
      "Know every order by the partner's own number and date, refuse the second one, and answer it as taken.",
    howVerified: "Replay a whole day of two partners, and count the orders that were booked twice.",
    everyDays: 60,
  },
  {
    key: "interface-inventory",
    title: "Every interface has an owner, a contract and a count",
    domain: "Integration",
    failure: "A file drop or a scheduled job outside the ERP is known to one person and moves with nobody.",
    impact: "Carrier bookings or customs papers stop three days after the move, when somebody misses them.",
    response:
      "One list with owner, direction, daily count and what happens when it is silent; a silence longer than usual calls.",
    howVerified: "Stop one inbound and one outbound interface of the test system, and see who was called.",
    everyDays: 90,
  },
  {
    key: "one-scheduler",
    title: "Scheduled actions run in one place only",
    domain: "Integration",
    failure: "The copied database starts its scheduled actions while the old one still runs them.",
    impact: "Invoices and order proposals leave twice in one night.",
    response:
      "Copies start with all scheduled actions off; they are switched on by name after reconciliation, and off on the other side.",
    howVerified:
      "List active scheduled actions on both sides after the rehearsal's switch; none is on twice.",
    everyDays: 90,
  },
  {
    key: "close-calendar",
    title: "No window meets the close, a count or the tax filing",
    domain: "Compliance",
    failure: "A window slips by a week and takes the month-end close with it.",
    impact: "Postings of one month stand in two systems, and the auditor asks which one counted.",
    response:
      "Close, counts and filings are freezes in the calendar, and finance signs every production window.",
    howVerified: "Compare the windows of the next ninety days with finance's own calendar.",
    everyDays: 30,
  },
  {
    key: "papers-readable",
    title: "Invoices, delivery notes and customs papers stay readable for as long as the law demands",
    domain: "Compliance",
    failure: "Attachments stay in the old document store, which is switched off with its server.",
    impact: "An inspection estimates, and a claim is paid because the proof of delivery is gone.",
    response:
      "Move attachments with their links, keep a read-only copy with its digests, and name who may read it.",
    howVerified: "Open twenty documents of five years, drawn by lot, from the new place.",
    everyDays: 180,
  },
  {
    key: "split-of-duties",
    title: "Provider and company know who does what at two in the morning",
    domain: "Operational resilience",
    failure:
      "The contract names services; backup, patch and the night call are expected from the other side.",
    impact: "A failure waits until office hours.",
    response: "One page per duty with names and numbers of both sides, and a bridge that both have called.",
    howVerified:
      "Call the bridge unannounced at night with an invented failure, and measure until both are there.",
    everyDays: 90,
  },
  {
    key: "module-owners",
    title: "Every custom module has an owner, tests and a fate",
    domain: "Operational resilience",
    failure: "Modules that change core views belong to nobody and break with the next version.",
    impact: "A step of order entry is done in spreadsheets until somebody mends it.",
    response:
      "A list of modules with owner and fate, and the company's own transactions run on every new build.",
    howVerified: "Take five modules by lot; their owners show the last run on the present version.",
    everyDays: 90,
  },
];
