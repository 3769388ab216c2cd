import type { PlaybookControl } from "../model";

/** What keeps a retailer's platform reachable, seen, fast and in the right hands. */
export const P4_CONTROLS_PLATFORM: readonly PlaybookControl[] = [
  {
    key: "own-accounts",
    title: "Every shift leader signs in with an account of their own",
    domain: "Identity & access",
    failure: "Store accounts are shared, and leavers were never removed.",
    impact: "A store opens late, or refunds are booked by somebody who has left.",
    response:
      "Accounts two weeks before the wave, one sign-in from the own store, and shared ones closed with the wave.",
    howVerified: "List sign-ins of the wave's stores for a week; none is shared, none of a leaver.",
    everyDays: 60,
  },
  {
    key: "refund-rights",
    title: "Refunds and price changes need a second person above a limit",
    domain: "Identity & access",
    failure: "Rights are widened for the first week, and limits fall away with the copy of roles.",
    impact: "Small amounts leave in many stores before anybody adds them up.",
    response:
      "Limits are part of the role map and are tried before each wave; a weekly list by store and person.",
    howVerified: "Try a refund above the limit alone, in one store of each format; all are refused.",
    everyDays: 60,
  },
  {
    key: "card-path",
    title: "Card data never passes the ERP, and terminals keep their own path",
    domain: "Security & governance",
    failure: "Terminals are tied to the old till server and are routed through the new network in a hurry.",
    impact: "The whole network falls under the card rules, or payments stop.",
    response:
      "A drawn path per store format that the payment provider confirmed, and a scan that finds card numbers elsewhere.",
    howVerified:
      "Scan logs and databases of the new platform for card numbers after a day of trade; none is found.",
    everyDays: 90,
  },
  {
    key: "changes-by-definition",
    title: "Environments are built from one definition, and differences are listed",
    domain: "Security & governance",
    failure: "Production is set up by hand after the rehearsal, with rules that nobody reviewed.",
    impact: "A door stays open that was closed in the rehearsal.",
    response:
      "All environments come from reviewed definitions; a daily comparison lists what was changed by hand.",
    howVerified: "Change one rule by hand on test; it is on the next day's list with a name.",
    everyDays: 30,
  },
  {
    key: "campaign-replayed",
    title: "The best minute of last year's campaign is replayed at twice its height",
    domain: "Performance & scalability",
    failure: "Load was tried with averages; a campaign is one minute in which everybody comes.",
    impact: "The shop stands still at the hour that marketing paid for.",
    response:
      "Replay with price changes and stock updates running, before every campaign season and every change of size.",
    howVerified: "Pages and checkout stay within their limits for the whole replay, measured from outside.",
    everyDays: 120,
  },
  {
    key: "close-of-day",
    title: "The close of day of all stores ends before deliveries are planned",
    domain: "Performance & scalability",
    failure: "Hundreds of stores send within ten minutes, and planning starts with what has arrived.",
    impact: "Half of the stores get yesterday's delivery.",
    response:
      "Stores send in groups, planning waits for a counted list, and names the stores that are missing.",
    howVerified: "Send all stores' close at once in the rehearsal, with two held back; planning names both.",
    everyDays: 60,
  },
  {
    key: "store-probe",
    title: "Every store's way to the new system is probed for two weeks before its wave",
    domain: "Availability",
    failure: "Old lines, local name servers and boxes under a desk; each store is a little different.",
    impact: "Some stores cannot open, and nobody knows which until they call.",
    response:
      "A probe every minute from every store; what failed it is put right in person or left out of the wave.",
    howVerified: "The list of the wave's stores with fourteen days of probes; none below its limit.",
    everyDays: 30,
  },
  {
    key: "region-lost",
    title: "The shop and the order promise survive the loss of one zone",
    domain: "Availability",
    failure: "One part (sessions, search, payment callback) runs in a single zone, and nobody noticed.",
    impact: "Customers fill baskets that cannot be paid.",
    response: "Every part is spread or rebuilt within its tier, and the payment callback has two addresses.",
    howVerified: "Switch one zone off at a quiet hour, and buy ten baskets meanwhile.",
    everyDays: 120,
  },
  {
    key: "store-board",
    title: "One board shows every store: open, selling, sending",
    domain: "Observability",
    failure: "Servers are green while the tills of forty stores send nothing.",
    impact: "The press sees it before the centre does.",
    response:
      "Last sale, last price file and last close per store, red by its own usual hour and not by an average.",
    howVerified: "Silence one store of each format for half an hour, and see each on the board.",
    everyDays: 30,
  },
  {
    key: "basket-traced",
    title: "A basket can be followed from click to cash across old and new",
    domain: "Observability",
    failure: "Shop, order system, store and payment each have a number of their own.",
    impact: "Whether a customer paid takes a day to find out, times a thousand.",
    response: "One number through all parts, and logs of both sides in one place for thirteen months.",
    howVerified: "Follow ten baskets of the rehearsal from one search, in less than ten minutes.",
    everyDays: 90,
  },
];
