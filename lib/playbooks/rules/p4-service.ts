import type { PlaybookDomain, PlaybookScale, PlaybookTier } from "../model";
import { matrixOf } from "./scale-matrix";

/** What a retailer may lose and for how long. */
export const P4_TIERS: readonly PlaybookTier[] = [
  {
    name: "Tills and payments",
    rank: 1,
    rtoMinutes: 15,
    rpoMinutes: 1,
    availability: "99.95",
    drillIntervalDays: 60,
    why: "A till sells alone with its last price list for a quarter of an hour, then queues leave the store; a receipt that was printed must never be lost.",
  },
  {
    name: "Web shop and order promise",
    rank: 2,
    rtoMinutes: 60,
    rpoMinutes: 5,
    availability: "99.9",
    drillIntervalDays: 90,
    why: "Customers forgive an hour outside a campaign; five minutes of orders can be had again from the payment provider.",
  },
  {
    name: "Store and warehouse day",
    rank: 3,
    rtoMinutes: 240,
    rpoMinutes: 15,
    availability: "99.5",
    drillIntervalDays: 180,
    why: "Goods-in, shelf labels and replenishment catch up when they are back by noon; a store notes a quarter of an hour on paper.",
  },
  {
    name: "Head office",
    rank: 4,
    rtoMinutes: 1440,
    rpoMinutes: 240,
    availability: "99",
    drillIntervalDays: 365,
    why: "Buying, planning and reports lose a day and no customer notices; half a working day of entries is repeated.",
  },
];

export const P4_DOMAINS: readonly PlaybookDomain[] = [
  {
    name: "Business continuity",
    appetite: 5,
    why: "A store that cannot sell closes its doors: only what is unlikely, or stays within one store, is lived with.",
  },
  {
    name: "Data integrity",
    appetite: 5,
    why: "A wrong price at the till is a promise to the customer, and in many places a fine.",
  },
  {
    name: "Integration",
    appetite: 8,
    why: "Sales and stock may arrive late overnight, as long as nothing is lost or doubled by the morning.",
  },
  {
    name: "Identity & access",
    appetite: 8,
    why: "Stores change staff every week; a late account costs a shift leader minutes, not sales.",
  },
  {
    name: "Security & governance",
    appetite: 4,
    why: "Card and customer data are the one thing that a retailer does not come back from in a season.",
  },
  {
    name: "Performance & scalability",
    appetite: 8,
    why: "Slow back-office screens are lived with for a week, slow tills are not.",
  },
  {
    name: "Availability",
    appetite: 6,
    why: "Stores open six or seven days: short stops at night are planned, in the day they are not.",
  },
  {
    name: "Observability",
    appetite: 9,
    why: "Hundreds of stores cannot all call: what is not seen centrally is seen by the press.",
  },
  {
    name: "Compliance",
    appetite: 4,
    why: "Fiscal tills, card rules and consumer law leave no room to explain.",
  },
  {
    name: "Operational resilience",
    appetite: 8,
    why: "Store teams carry on by hand for a day when they were told how; some friction in the first week is lived with.",
  },
];

export const P4_SCALE: PlaybookScale = {
  why: "Impact is said in stores and trading days, because that is how a retailer measures a bad morning.",
  likelihood: [
    { name: "Not known", meaning: "No retailer that we know has met it in such a move" },
    { name: "Seen elsewhere", meaning: "It happened to others, and our setup is much the same" },
    { name: "Could be us", meaning: "One of the four waves may well meet it" },
    { name: "Expected", meaning: "The rehearsal met it, or the last release did" },
    { name: "Happens today", meaning: "It is there already, or nothing stands in its way" },
  ],
  impact: [
    { name: "Back office", meaning: "Head office notices and works around it" },
    { name: "Store effort", meaning: "Stores do extra work; customers do not notice" },
    {
      name: "Some stores",
      meaning: "Customers of some stores, or some web orders, are disappointed for a day",
    },
    { name: "Lost trading", meaning: "Stores or the shop lose hours of trade, or the wave is turned back" },
    {
      name: "Lost trust",
      meaning: "Many stores close, prices or card data are wrong in public, or a law is broken",
    },
  ],
  matrix: matrixOf(),
};
