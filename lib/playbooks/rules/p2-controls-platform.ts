import type { PlaybookControl } from "../model";

/** What keeps the managed platform itself reachable, seen, fast and in the right hands. */
export const P2_CONTROLS_PLATFORM: readonly PlaybookControl[] = [
  {
    key: "roles-mapped",
    title: "Roles are mapped one by one, and widened rights end by themselves",
    domain: "Identity & access",
    failure: "Everybody gets more than before for the first week, and nobody takes it back.",
    impact: "Prices, terms and payment data are open to people who should not see or change them.",
    response:
      "A signed map from old groups to new roles; every widened right bears the date on which it ends.",
    howVerified: "Sign in as one person of each role, and compare what they can open with the map.",
    everyDays: 60,
  },
  {
    key: "leavers-out",
    title: "Who leaves is out of Odoo, the warehouse and the provider's console on the same day",
    domain: "Identity & access",
    failure: "Accounts outside the directory (handhelds, provider console, partners) are closed by nobody.",
    impact: "Somebody who left can change bank data or read customer terms.",
    response:
      "All sign-in goes through the directory; what cannot is on a list that personnel sends changes to.",
    howVerified: "Take last month's leavers and try every list of accounts for their names.",
    everyDays: 30,
  },
  {
    key: "provider-access",
    title: "The provider's engineers enter by name, for a reason and for hours",
    domain: "Security & governance",
    failure: "A shared administrator account of the provider can read and change everything at any time.",
    impact: "A change to bank details or prices cannot be told from maintenance.",
    response:
      "Named accounts with a second factor, opened per ticket for some hours, and a log the provider cannot change.",
    howVerified: "Compare a month of entries with its tickets; every entry has one.",
    everyDays: 30,
  },
  {
    key: "copies-masked",
    title: "Copies for tests hold no personal data and cannot send anything out",
    domain: "Security & governance",
    failure: "A copy of production goes to test with live mail servers, payment files and customer names.",
    impact: "Customers get invoices from a test, or their data lies where nobody guards it.",
    response:
      "Masking is part of the copy, and outgoing mail, EDI and bank connections are cut before it starts.",
    howVerified: "Search the newest copy for ten known customers, and try to send one message from it.",
    everyDays: 60,
  },
  {
    key: "peak-replayed",
    title: "The measured peak hour is replayed from the warehouse network",
    domain: "Performance & scalability",
    failure: "Load was tried next to the database; handhelds reach it through the site's line.",
    impact: "Every confirmation takes two seconds more, and the last pick misses the truck.",
    response:
      "Replay the busiest hour of the year from a warehouse, and keep the size with which it stayed below its limit.",
    howVerified: "Ninety-five of a hundred confirmations within the time of today, measured at the handheld.",
    everyDays: 90,
  },
  {
    key: "batch-window",
    title: "Nightly runs end an hour before the first shift",
    domain: "Performance & scalability",
    failure: "Replenishment and invoicing grow with the data and meet the first shift one morning.",
    impact: "Pickers wait for work that is computed while they stand there.",
    response:
      "Every run has an end time and a measured reserve; below an hour somebody is told the same day.",
    howVerified: "Read the end times of the last month; the latest is an hour before the shift.",
    everyDays: 30,
  },
  {
    key: "second-line",
    title: "Every warehouse reaches the cloud over two lines that were both used this quarter",
    domain: "Availability",
    failure: "The second line is booked and ends in the same duct, or has never carried load.",
    impact: "A digger stops a warehouse while the cloud is up.",
    response:
      "Two carriers and two entries where that can be had, else a mobile line that is sized for handhelds and labels.",
    howVerified: "Pull the first line during a quiet hour, and pick, label and print over the second.",
    everyDays: 90,
  },
  {
    key: "print-without-cloud",
    title: "Labels can be printed on site while the line is down",
    domain: "Availability",
    failure: "Label templates and number ranges live in the cloud only.",
    impact: "Goods are packed, and cannot leave.",
    response:
      "One printer per site with templates and a reserved range of numbers of its own for four hours.",
    howVerified: "Print fifty labels with the line cut, and see that their numbers are known afterwards.",
    everyDays: 120,
  },
  {
    key: "silence-alarms",
    title: "Silence is an alarm: no orders, no picks, no messages for longer than usual",
    domain: "Observability",
    failure: "Servers are green while an interface or a queue has stood still for hours.",
    impact: "The first who notices is a customer.",
    response:
      "An alarm per flow (orders in, picks, despatch advice, invoices out) on its usual count of the hour.",
    howVerified: "Hold one flow for its longest allowed silence, and see who was called, and when.",
    everyDays: 60,
  },
  {
    key: "logs-kept",
    title: "Logs of both systems can be read together across the cutover",
    domain: "Observability",
    failure: "The old logs end with the server, the new ones begin with other names and another clock.",
    impact: "Nobody can say whether an order was lost before or after the night.",
    response:
      "Logs of both sides in one place with one clock and the order number in them, kept for thirteen months.",
    howVerified: "Follow three orders across the rehearsal's switch from one search.",
    everyDays: 120,
  },
];
