import type { PlaybookPeriod } from "../model";

/** The times of a distributor; those marked to be confirmed are usual, and each company has its own days. */
export const P2_PERIODS: readonly PlaybookPeriod[] = [
  {
    key: "month-end-close",
    kind: "freeze",
    title: "Month-end close",
    reason:
      "From the evening of the day before the last until the fourth: goods-in not invoiced, accruals and VAT rest on one ledger that nobody moves.",
    on: { monthDay: -2 },
    from: "18:00",
    days: 5,
    to: "18:00",
    confirm: true,
  },
  {
    key: "year-end-count",
    kind: "freeze",
    title: "Annual stock count",
    reason:
      "Counting needs stock that stands still from the last pick before the holidays until the differences are booked.",
    on: { yearDay: "12-27" },
    from: "00:00",
    days: 8,
    to: "06:00",
    confirm: true,
  },
  {
    key: "peak-season",
    kind: "freeze",
    title: "Peak trading",
    reason:
      "Six weeks that carry the year: volume is double, temporary staff know one procedure, and nothing is tried out.",
    on: { yearDay: "11-10" },
    from: "00:00",
    days: 44,
    to: "00:00",
    confirm: true,
  },
  {
    key: "delivery-cut-off",
    kind: "caution",
    title: "Delivery cut-off and loading",
    reason:
      "From the last orders of the day until the trucks have left, every minute of standstill is a late delivery.",
    on: { week: ["MO", "TU", "WE", "TH", "FR"] },
    from: "14:00",
    days: 0,
    to: "20:00",
    confirm: true,
  },
  {
    key: "cycle-count",
    kind: "caution",
    title: "Monthly cycle count",
    reason:
      "A part of the locations is blocked and recounted; stock that moves meanwhile makes every difference unexplainable.",
    on: { monthDay: 15 },
    from: "06:00",
    days: 0,
    to: "14:00",
    confirm: true,
  },
  {
    key: "weekend-quiet",
    kind: "preferred",
    title: "Quiet weekend",
    reason:
      "No truck leaves between Saturday evening and Sunday noon, and Sunday afternoon is left for turning back.",
    on: { week: ["SA"] },
    from: "20:00",
    days: 1,
    to: "12:00",
    confirm: true,
  },
];

/** What nobody but the company knows. */
export const P2_ASKS: readonly string[] = [
  "The dates of campaigns and of large customers' actions: they differ every year and are entered by sales.",
  "Your own days for month-end close, stock counts, peak and cut-offs, in place of the usual ones.",
  "Who owns each service, who leads each wave, and the name of the provider's duty manager.",
];
