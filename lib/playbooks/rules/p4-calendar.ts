import type { PlaybookPeriod } from "../model";

/** The times of a retailer; those marked to be confirmed are usual, and each company has its own days. */
export const P4_PERIODS: readonly PlaybookPeriod[] = [
  {
    key: "peak-trading",
    kind: "freeze",
    title: "Peak trading and exchange week",
    reason:
      "From the weeks of discounts in November until gifts have been exchanged: a third of the year is sold, and nothing moves.",
    on: { yearDay: "11-01" },
    from: "00:00",
    days: 70,
    to: "00:00",
    confirm: true,
  },
  {
    key: "annual-count",
    kind: "freeze",
    title: "Annual stock count",
    reason:
      "Stores count one after the other for a week; the stock of record must not change hands meanwhile.",
    on: { yearDay: "01-17" },
    from: "18:00",
    days: 7,
    to: "06:00",
    confirm: true,
  },
  {
    key: "month-end-close",
    kind: "freeze",
    title: "Month-end close",
    reason:
      "Takings, stock valuation and supplier bonuses of a month are closed on one ledger, from the last evening until the third.",
    on: { monthDay: -1 },
    from: "18:00",
    days: 3,
    to: "18:00",
    confirm: true,
  },
  {
    key: "back-to-school",
    kind: "caution",
    title: "Back to school",
    reason: "Four weeks of short campaigns with fast sellers; stores have no hands for workarounds.",
    on: { yearDay: "08-10" },
    from: "00:00",
    days: 30,
    to: "00:00",
    confirm: true,
  },
  {
    key: "campaign-change",
    kind: "caution",
    title: "Weekly campaign change",
    reason:
      "Prices, shelf labels and displays of the new week are set from Wednesday evening; a standstill leaves both weeks on the shelf.",
    on: { week: ["WE"] },
    from: "18:00",
    days: 1,
    to: "10:00",
    confirm: true,
  },
  {
    key: "night-replenishment",
    kind: "caution",
    title: "Order proposals and store deliveries",
    reason:
      "Proposals are made at three and trucks loaded until seven; a night without them is an empty shelf two days later.",
    on: { week: ["WE", "TH", "FR", "SA"] },
    from: "03:00",
    days: 0,
    to: "07:00",
    confirm: true,
  },
  {
    key: "delivery-promise",
    kind: "caution",
    title: "Cut-off of next-day delivery",
    reason:
      "Web orders until ten at night are promised for tomorrow; before that hour every minute is seen by customers.",
    on: { week: ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] },
    from: "19:00",
    days: 0,
    to: "22:00",
    confirm: true,
  },
  {
    key: "weakest-night",
    kind: "preferred",
    title: "Weakest trading night",
    reason:
      "Monday night has the fewest web orders and no truck before Tuesday noon, and the week leaves time to mend before Saturday.",
    on: { week: ["MO"] },
    from: "22:00",
    days: 1,
    to: "05:00",
    confirm: true,
  },
];

/** What nobody but the company knows. */
export const P4_ASKS: readonly string[] = [
  "The campaign calendar of marketing: campaigns differ every year and are entered as freezes or cautions.",
  "Your own days for peak, counts, closing and delivery promises, in place of the usual ones, per country where they differ.",
  "The list of stores with format, line and zone, and a named colleague for every twenty of them.",
  "Who owns each service, who leads each wave, and who decides for store operations at night.",
];
