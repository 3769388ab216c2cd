import type { PlaybookDomain, PlaybookScale, PlaybookTier } from "../model";
import { matrixOf } from "./scale-matrix";

/** What a distributor may lose and for how long. */
export const P2_TIERS: readonly PlaybookTier[] = [
  {
    name: "Order to dispatch",
    rank: 1,
    rtoMinutes: 60,
    rpoMinutes: 5,
    availability: "99.9",
    drillIntervalDays: 90,
    why: "An hour without order entry or picking is made good in the same shift, two miss the carrier's truck; five minutes of bookings can be keyed again from pick lists.",
  },
  {
    name: "Same working day",
    rank: 2,
    rtoMinutes: 240,
    rpoMinutes: 15,
    availability: "99.5",
    drillIntervalDays: 180,
    why: "Purchasing, returns and invoicing catch up when they are back by noon; a quarter of an hour of their work is still on the desks.",
  },
  {
    name: "Next morning",
    rank: 3,
    rtoMinutes: 1080,
    rpoMinutes: 240,
    availability: "99",
    drillIntervalDays: 365,
    why: "Reports and planning are read in the morning; what failed in the evening has eighteen hours, and four hours of figures load again from the ERP.",
  },
  {
    name: "Archive and training",
    rank: 4,
    rtoMinutes: 4320,
    rpoMinutes: 1440,
    availability: "98",
    drillIntervalDays: 365,
    why: "Nobody ships later because an archive is away for three days, and yesterday's copy holds all that matters.",
  },
];

export const P2_DOMAINS: readonly PlaybookDomain[] = [
  {
    name: "Business continuity",
    appetite: 6,
    why: "A day without dispatch goes to the competitor on the same shelf: only what is unlikely, or passes within hours, is lived with.",
  },
  {
    name: "Data integrity",
    appetite: 5,
    why: "A wrong stock figure is sold twice before anybody sees it, so nothing likely is lived with that touches stock, prices or balances.",
  },
  {
    name: "Integration",
    appetite: 8,
    why: "Messages that wait can be replayed, so delay is lived with; loss and doubling are not.",
  },
  {
    name: "Identity & access",
    appetite: 8,
    why: "A late sign-on costs minutes at shift start, and supervisors can let people in by hand for one shift.",
  },
  {
    name: "Security & governance",
    appetite: 6,
    why: "Customer terms and prices are the company's own secret; a weakness is lived with only while nobody outside can reach it.",
  },
  {
    name: "Performance & scalability",
    appetite: 9,
    why: "Pickers work around a slow page for an hour, not for a week.",
  },
  {
    name: "Availability",
    appetite: 8,
    why: "Short stops outside the delivery cut-off are planned for; within it they are not.",
  },
  {
    name: "Observability",
    appetite: 10,
    why: "A gap in monitoring hurts only together with a failure, and is closed within weeks.",
  },
  {
    name: "Compliance",
    appetite: 5,
    why: "Tax, customs and retention duties are not the company's to bend.",
  },
  {
    name: "Operational resilience",
    appetite: 8,
    why: "Operation by a provider replaces known people by a contract: until hand-overs have been tried, some friction is lived with.",
  },
];

export const P2_SCALE: PlaybookScale = {
  why: "Likelihood is said in cutovers and trading weeks, impact in trucks and shifts, because that is how a warehouse counts.",
  likelihood: [
    { name: "Hardly ever", meaning: "Nobody here has met it in any move or upgrade" },
    { name: "Once in years", meaning: "Somebody remembers one case, here or at a sister company" },
    { name: "Once in the program", meaning: "One of the cutovers will probably meet it" },
    { name: "At most cutovers", meaning: "The rehearsals met it, or the last upgrade did" },
    { name: "Every time", meaning: "It happens today, or nothing stands in its way" },
  ],
  impact: [
    { name: "Unnoticed", meaning: "The project team alone notices" },
    { name: "Extra work", meaning: "A team works around it within its shift" },
    { name: "Late orders", meaning: "Orders of one site or customer group leave a day late" },
    { name: "Missed trucks", meaning: "A site does not ship for a shift, or the wave is turned back" },
    {
      name: "No dispatch",
      meaning: "No site ships for a day, stock or balances cannot be trusted, or a law is broken",
    },
  ],
  matrix: matrixOf(),
};
