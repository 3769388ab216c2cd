import type { PlaybookChecklist } from "../model";
import { withMore } from "./checklist-parts";

/** Wavegate's own lists, which hold what every cutover forgets, with what an Odoo distributor forgets besides. */
export const P2_CHECKLISTS: readonly PlaybookChecklist[] = [
  withMore("foundation", {
    "Provider and company": [
      [
        "duty-split",
        "Sign who does what: platform, patching, backup, monitoring, incidents, capacity, releases",
        "wave lead",
        "T-14d",
        "What is in no column is done by nobody.",
        { evidence: true },
      ],
      [
        "night-call",
        "Call the provider at night with a made-up failure, and note who answered and when",
        "technical owner",
        "T-7d",
        "The number in the contract is tried before it is needed.",
        { after: ["duty-split"], evidence: true },
      ],
      [
        "warehouse-latency",
        "Measure the round trip from each warehouse, on Wi-Fi at the far end of the hall",
        "network engineer",
        "T-7d",
        "A scan makes a dozen round trips; ten milliseconds more are felt.",
        { evidence: true },
      ],
    ],
  }),
  withMore("non_production", {
    "Odoo itself": [
      [
        "modules-listed",
        "List every installed module with its owner and whether it stays, is replaced or goes",
        "technical owner",
        "T-14d",
        "A module that nobody owns breaks on a Saturday night.",
        { evidence: true },
      ],
      [
        "copy-harmless",
        "Turn scheduled actions, outgoing mail and payment providers off in the copy before it starts",
        "technical owner",
        "T-24h",
        "Odoo starts its scheduled actions by itself with the first worker.",
        { after: ["outbound-closed"] },
      ],
    ],
  }),
  withMore("rehearsal", {
    "Odoo itself": [
      [
        "upgrade-timed",
        "Run the upgrade of the full database with the clock running, and keep its log",
        "technical owner",
        "T-5d",
        "Its length decides the window; its warnings are the defects of the night.",
        { evidence: true },
      ],
      [
        "documents-copied",
        "Copy the document store ahead, and measure how long the last difference takes",
        "technical owner",
        "T-3d",
        "Attachments are most of the volume and none of the upgrade.",
        { after: ["upgrade-timed"] },
      ],
    ],
  }),
  withMore("production", {
    "Odoo itself": [
      [
        "modules-frozen",
        "Freeze module versions and configuration to those of the rehearsal",
        "technical owner",
        "T-5d",
        "A module that was updated since is a module that was never rehearsed.",
      ],
      [
        "crons-off",
        "Start the new place with scheduled actions, mail and EDI sending off",
        "technical owner",
        "T+1h",
        "They are switched on by name once the figures agree.",
        { after: ["intake-stopped"] },
      ],
      [
        "open-pickings",
        "Finish or cancel waiting pickings and half-received deliveries",
        "business owner",
        "T-2h",
        "Each one that is open is a difference that somebody explains at night.",
      ],
      [
        "stock-per-lot",
        "Compare stock by product, location and lot, and its value, against the signed tolerances",
        "business owner",
        "E-2h",
        "Agreed in quantity and in money: one without the other hides a wrong unit of measure.",
        { after: ["last-backup", "old-read-only"], evidence: true },
      ],
      [
        "sequences",
        "Check that order, invoice and delivery numbers go on where they stopped",
        "business owner",
        "E-1h",
        "A gap or a doubled invoice number is a finding of the auditor.",
        { after: ["stock-per-lot"], evidence: true },
      ],
      [
        "crons-on",
        "Switch scheduled actions on by the list, one after the other",
        "technical owner",
        "E-45m",
        "In the order of the business: stock before procurement, procurement before invoicing.",
        { after: ["crons-off", "sequences", "jobs-started"] },
      ],
    ],
  }),
];
