import type { SetContent } from "../model";
import { more } from "./checklist-parts";
import { asked } from "./gate-parts";
import { before } from "./offsets";
import { WHOLESALE_CONTROLS } from "./p2-controls";

/** Wholesale: few customers, many lines, and most of them arrive by EDI within one hour. */
export const P2_WHOLESALE: SetContent = {
  tiers: [],
  domains: [
    {
      name: "Customer EDI compliance",
      appetite: 6,
      why: "Retail customers fine late and doubled messages by contract, so only what is rare or cheap is lived with.",
    },
  ],
  controls: WHOLESALE_CONTROLS,
  risks: [
    {
      key: "edi-doubled",
      title: "EDI orders are taken twice, or lost, around the switch of the gateway",
      domain: "Integration",
      failure:
        "Partners resend what was not acknowledged; the replay brings what had arrived; control numbers start anew.",
      impact: "Pallets are delivered twice and refused at the customer's dock, or shelves stay empty.",
      control:
        "Hold messages outside both systems during the window, know each order again by the partner's own number, and compare counts per partner and message type before intake opens.",
    },
    {
      key: "edi-burst",
      title: "The Monday burst of EDI orders outruns the new import",
      domain: "Performance & scalability",
      failure: "Orders of a weekend arrive within an hour, and each import locks the same stock lines.",
      impact: "Waves of picking are released late, and the first trucks leave half empty.",
      control:
        "Replay the largest Monday of the last year at double speed in the rehearsal, and limit parallel imports per warehouse.",
    },
    {
      key: "despatch-advice",
      title: "Despatch advice does not leave, or leaves after the truck",
      domain: "Customer EDI compliance",
      failure:
        "Pallet labels and despatch advice carry numbers from two counters, or the outgoing queue is still closed.",
      impact: "Customers refuse the delivery at the gate and charge for handling.",
      control:
        "Send one despatch advice per large customer to its test mailbox from the new place, and scan its pallet label against it.",
    },
  ],
  criteria: [
    {
      waveKind: "production",
      kind: "go_no_go",
      criteria: [
        asked(
          "edi-partners-tested",
          "Business readiness",
          "Every partner with more than one in a hundred order lines has exchanged orders and despatch advice with the new gateway",
          "A large customer's orders might not arrive on Monday",
        ),
      ],
    },
    {
      waveKind: "production",
      kind: "cutover_complete",
      criteria: [
        asked(
          "edi-counts-agree",
          "Data reconciliation",
          "Held EDI messages are drained and counts agree with each partner",
          "Orders might be missing or doubled, and nobody has counted",
        ),
      ],
    },
  ],
  items: [
    more("production", {
      "EDI on the night": [
        [
          "edi-held",
          "Hold incoming EDI outside both systems, and see the first message wait",
          "integration engineer",
          "T+10m",
          "What waits outside belongs to neither place and cannot be taken twice.",
          { after: ["edi-sequence"] },
        ],
        [
          "edi-drained",
          "Drain held EDI partner by partner, the largest last, and compare counts after each",
          "integration engineer",
          "E-45m",
          "The small ones show what is wrong while it is still cheap.",
          { after: ["edi-held", "edi-replay"], evidence: true },
        ],
        [
          "despatch-advice-seen",
          "See one despatch advice acknowledged by each of the five largest customers",
          "business owner",
          "E+8h",
          "Only the customer's system says that it was understood.",
          { after: ["edi-drained"], evidence: true },
        ],
      ],
    }),
  ],
  periods: [
    {
      key: "edi-monday-burst",
      kind: "caution",
      title: "Monday EDI burst",
      reason:
        "Customers send the orders of the weekend between five and ten; a standstill then is seen by all of them at once.",
      on: { week: ["MO"] },
      from: "05:00",
      days: 0,
      to: "10:00",
      confirm: true,
    },
    {
      key: "price-changeover",
      kind: "caution",
      title: "Monthly price list changeover",
      reason:
        "New terms take effect on the first; orders of that morning are priced by lists that were loaded in the night.",
      on: { monthDay: 1 },
      from: "00:00",
      days: 0,
      to: "12:00",
      confirm: true,
    },
  ],
  scenarios: [
    {
      key: "edi-burst",
      title:
        "Scenario: EDI burst – the largest Monday of last year, replayed at double speed, priced and released to picking",
      why: "The peak of wholesale is one hour long and decides the day.",
      offset: before(10),
    },
    {
      key: "edi-resend",
      title: "Scenario: a partner sends a whole day again – every order is known and none is taken twice",
      why: "After an outage some partner always does.",
      offset: before(7),
    },
  ],
  waves: [
    {
      name: "EDI gateway in front of both",
      kind: "production",
      scope:
        "The EDI gateway moves first and delivers to the old ERP, so that partners change their address once and weeks before the ERP moves.",
      impact: "EDI waits for an hour on a Sunday; order desks see nothing but a later time stamp.",
      rollback:
        "Partners keep the old address until two Mondays have passed; the old gateway stays ready for a month.",
      scenarios: ["edi-burst", "edi-resend"],
    },
    {
      name: "Rehearsal of the ERP weekend",
      kind: "rehearsal",
      scope:
        "The whole weekend with production's data, real hours and the people of the night, up to the way back.",
      impact: "Thirty people give a weekend; nothing leaves the building.",
      rollback: "Nothing counts; the copy is thrown away once its times are written down.",
      scenarios: ["edi-burst", "order-import", "end-of-month", "integration-backlog"],
    },
    {
      name: "ERP and warehouse",
      kind: "production",
      scope:
        "Odoo core with sales, purchasing, warehouse and invoicing, handhelds and label printing of all sites, in one weekend because they share one stock.",
      impact:
        "No order entry from Saturday evening to Sunday noon; EDI orders wait and are taken in before Monday's burst.",
      rollback:
        "Until held messages are drained the old ERP is opened again as it was; afterwards only forward.",
      scenarios: ["receiving-surge", "order-import", "integration-backlog", "edi-burst"],
    },
  ],
  asks: [
    "The list of EDI partners with their message types, volumes and the person who can change an address there.",
    "The tolerances in quantity and money within which stock and open orders agree, signed by finance.",
  ],
};
