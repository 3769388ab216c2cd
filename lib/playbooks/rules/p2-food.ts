import type { SetContent } from "../model";
import { more } from "./checklist-parts";
import { asked } from "./gate-parts";
import { before } from "./offsets";
import { FOOD_CONTROLS } from "./p2-controls";

/** Food: picked at night, delivered in windows before the shops open, and traceable lot by lot. */
export const P2_FOOD: SetContent = {
  tiers: [
    {
      name: "Order to delivery window",
      rank: 1,
      rtoMinutes: 30,
      rpoMinutes: 1,
      availability: "99.95",
      drillIntervalDays: 60,
      why: "A shift leader absorbs half an hour by pulling the next tour forward, not more; a lot that was picked and not recorded makes its whole pallet untraceable.",
    },
  ],
  domains: [
    {
      name: "Food safety & traceability",
      appetite: 4,
      why: "A lot that cannot be traced is recalled as a whole: only what is both rare and small is lived with.",
    },
    {
      name: "Cold chain",
      appetite: 5,
      why: "Goods outside their temperature are thrown away after an hour, whoever was at fault.",
    },
  ],
  controls: FOOD_CONTROLS,
  risks: [
    {
      key: "lot-trace-broken",
      title: "The trace of a lot breaks at the cutover",
      domain: "Food safety & traceability",
      failure:
        "Lots in stock come over, their origin and the deliveries already made from them stay in the old system.",
      impact:
        "In a recall nobody can say who received the lot, and the authority has everything called back.",
      control:
        "Carry over twenty-four months of lot moves, trace ten lots forward and back across the cutover in the rehearsal, and keep the old trace readable for the longest shelf life.",
    },
    {
      key: "best-before",
      title: "Best-before dates are wrong or lost, and the wrong goods are picked first",
      domain: "Food safety & traceability",
      failure:
        "Dates stand on lots in one system and on pallets in the other; time zones move midnight by an hour.",
      impact: "Expired goods reach a kitchen, or good ones are thrown away.",
      control:
        "Compare the best-before date of every lot in stock, old against new, and pick a morning's orders in both before the night.",
    },
    {
      key: "delivery-window-missed",
      title: "Tours miss the delivery windows of the first morning",
      domain: "Business continuity",
      failure:
        "Tour planning, picking and loading start late one after the other; drivers meet locked doors.",
      impact: "Kitchens and shops open without goods; fresh ones come back and are thrown away.",
      control:
        "Cut over behind the last tour of Saturday, deliver Monday's fixed orders from lists printed before, and hold two spare drivers per depot.",
    },
    {
      key: "catch-weight",
      title: "Goods by weight are invoiced by the piece, or the other way round",
      domain: "Data integrity",
      failure: "Two units per article, with rounding at the scale, in the order and on the invoice.",
      impact: "Margins of meat and cheese are wrong by a tenth before somebody sees it.",
      control:
        "Price one week of weighed deliveries again in the target, and let sales explain every difference.",
    },
  ],
  criteria: [
    {
      waveKind: "production",
      kind: "go_no_go",
      criteria: [
        asked(
          "trace-across",
          "Data reconciliation",
          "Ten lots traced forward and back across the cutover in the rehearsal, within the four hours that the authority gives",
          "In a recall we could not say who received the goods",
        ),
        asked(
          "first-tours-printed",
          "Business readiness",
          "Pick lists and tour papers of the first morning can be printed before the window, with lots",
          "The first deliveries might miss their windows",
        ),
      ],
    },
    {
      waveKind: "production",
      kind: "hypercare_exit",
      criteria: [
        asked(
          "recall-exercised",
          "Data reconciliation",
          "One recall exercised on the new system with lots from before and after the cutover",
          "The first real recall would be the first one tried",
        ),
      ],
    },
  ],
  items: [
    more("production", {
      "Lots and tours": [
        [
          "lots-compared",
          "Compare lots in stock with quantity, origin and best-before date, old against new",
          "business owner",
          "E-2h",
          "By pallet in the cold store, not only on the screen.",
          { after: ["last-backup", "old-read-only"], evidence: true },
        ],
        [
          "trace-tried",
          "Trace one lot that was delivered before the window, and one received after it",
          "business owner",
          "E-1h",
          "The trace must cross the night in both directions.",
          { after: ["lots-compared"], evidence: true },
        ],
        [
          "tours-on-paper",
          "Print pick lists and tour papers of the first morning, with lots and windows",
          "site lead",
          "T-4h",
          "The tours leave whatever happens in the night.",
        ],
        [
          "temperature-log",
          "See that temperature logging of cold stores and trucks goes on without a gap",
          "site lead",
          "E-45m",
          "A gap in the log counts as goods that were warm.",
          { evidence: true },
        ],
      ],
    }),
  ],
  periods: [
    {
      key: "night-loading",
      kind: "caution",
      title: "Night picking and loading",
      reason:
        "Fresh goods are picked from ten and loaded until six for windows before the shops open; minutes count.",
      on: { week: ["SU", "MO", "TU", "WE", "TH"] },
      from: "22:00",
      days: 1,
      to: "06:00",
      confirm: true,
    },
    {
      key: "summer-feasts",
      kind: "caution",
      title: "Summer weeks with short orders",
      reason: "Gardens and beaches order by the weather of tomorrow; volume doubles within a day.",
      on: { yearDay: "07-01" },
      from: "00:00",
      days: 55,
      to: "00:00",
      confirm: true,
    },
  ],
  scenarios: [
    {
      key: "delivery-windows",
      title:
        "Scenario: delivery windows – a full night from order close to the last drop, with two late trucks and one depot short of staff",
      why: "Windows fail at their edges, not on an ordinary night.",
      offset: before(10),
    },
    {
      key: "lot-recall",
      title:
        "Scenario: recall – one supplier's lot traced to every customer, and one complaint traced back, within four hours",
      why: "The authority asks at any hour, also in hypercare.",
      offset: before(10),
    },
    {
      key: "holiday-surge",
      title: "Scenario: holiday surge – three days of orders in one, with promotions and goods by weight",
      why: "The week before a feast is ordered within one afternoon.",
      offset: before(10),
    },
  ],
  waves: [
    {
      name: "Rehearsal of the night behind the last tour",
      kind: "rehearsal",
      scope:
        "The whole cutover with production's data between Saturday's last tour and Sunday's first pick, up to the way back.",
      impact: "One depot lends a night shift; deliveries are not touched.",
      rollback: "Nothing counts; the copy is thrown away once its times are written down.",
      scenarios: ["delivery-windows", "lot-recall", "order-import", "end-of-month"],
    },
    {
      name: "First depot",
      kind: "production",
      scope:
        "ERP and warehouse of the depot with the fewest fresh goods; the other depots stay on the old system, which keeps the common price list.",
      impact: "Orders of this depot close at noon on Saturday; Monday's tours run from printed lists.",
      rollback:
        "Until the first tour is loaded from the new system; afterwards lots would have two histories, and it only goes forward.",
      scenarios: ["delivery-windows", "lot-recall", "receiving-surge"],
    },
    {
      name: "Remaining depots",
      kind: "production",
      scope:
        "All other depots and the common purchasing, after two month-ends and one exercised recall on the first depot.",
      impact: "Orders close at noon on one Saturday; Monday's tours run from printed lists.",
      rollback:
        "Depot by depot until its first tour is loaded; purchasing stays where it is until the last one has moved.",
      scenarios: ["delivery-windows", "holiday-surge", "integration-backlog"],
    },
  ],
  asks: [
    "Easter and the other movable feasts, and regional ones, entered as freezes with the days before them.",
    "The longest shelf life and how long the authority demands the trace: they decide how long the old system stays readable.",
    "Delivery windows per depot, and the customers whose doors do not open later.",
  ],
};
