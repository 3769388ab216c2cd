import type { SearchParams } from "@/lib/kernel/search-params";
import type { Playbook, PlaybookContent, PlaybookKey, ScenarioSet, SetContent } from "../model";
import { extended } from "./checklist-parts";
import { asking } from "./gate-parts";
import { P2_ASKS, P2_PERIODS } from "./p2-calendar";
import { P2_CHECKLISTS } from "./p2-checklists";
import { P2_CONTROLS } from "./p2-controls";
import { P2_FOOD } from "./p2-food";
import { P2_GATES } from "./p2-gates";
import { P2_RISKS } from "./p2-risks";
import { P2_DOMAINS, P2_SCALE, P2_TIERS } from "./p2-service";
import { P2_SPARE_PARTS } from "./p2-spare-parts";
import { P2_SCENARIOS, P2_WAVES } from "./p2-waves";
import { P2_WHOLESALE } from "./p2-wholesale";
import { P4_ASKS, P4_PERIODS } from "./p4-calendar";
import { P4_CHECKLISTS } from "./p4-checklists";
import { P4_CONTROLS_PLATFORM } from "./p4-controls-platform";
import { P4_CONTROLS_STORES } from "./p4-controls-stores";
import { P4_GATES } from "./p4-gates";
import { P4_RISKS } from "./p4-risks";
import { P4_DOMAINS, P4_SCALE, P4_TIERS } from "./p4-service";
import { P4_SCENARIOS, P4_WAVES } from "./p4-waves";

/** The playbooks a program can start from. A change of what one brings gives it another version. */
export const PLAYBOOKS: readonly Playbook[] = [
  {
    key: "p-2",
    version: 2,
    name: "Distribution ERP (Odoo) to managed cloud",
    forWhom:
      "A distributor whose Odoo and warehouses move to a cloud that a provider runs, with stock that must be right on Monday.",
    sets: [
      {
        key: "wholesale",
        name: "Wholesale with EDI bursts",
        forWhom: "Few large customers, whose orders arrive by EDI within an hour.",
      },
      {
        key: "spare-parts",
        name: "Spare parts from several old systems",
        forWhom: "A long tail of parts, breakdown orders by courier, and old systems that become one.",
      },
      {
        key: "food",
        name: "Food with delivery windows and lots",
        forWhom: "Picked at night, delivered before opening, and traceable lot by lot.",
      },
    ],
  },
  {
    key: "p-4",
    version: 2,
    name: "Retail ERP with minimal disruption",
    forWhom:
      "A retailer whose stores stay open while the ERP moves, in four waves of which customers notice one night.",
    sets: [
      {
        key: "four-waves",
        name: "Stores and web shop in four waves",
        forWhom:
          "Landing zone, non-production, rehearsal, then production in a controlled window with hypercare.",
      },
    ],
  },
];

const BASES: Readonly<Record<PlaybookKey, PlaybookContent>> = {
  "p-2": {
    tiers: P2_TIERS,
    domains: P2_DOMAINS,
    scale: P2_SCALE,
    risks: P2_RISKS,
    controls: P2_CONTROLS,
    gates: P2_GATES,
    checklists: P2_CHECKLISTS,
    periods: P2_PERIODS,
    waves: P2_WAVES,
    scenarios: P2_SCENARIOS,
    asks: P2_ASKS,
  },
  "p-4": {
    tiers: P4_TIERS,
    domains: P4_DOMAINS,
    scale: P4_SCALE,
    risks: P4_RISKS,
    controls: [...P4_CONTROLS_STORES, ...P4_CONTROLS_PLATFORM],
    gates: P4_GATES,
    checklists: P4_CHECKLISTS,
    periods: P4_PERIODS,
    waves: P4_WAVES,
    scenarios: P4_SCENARIOS,
    asks: P4_ASKS,
  },
};

const SETS: Readonly<Record<PlaybookKey, Readonly<Record<string, SetContent | null>>>> = {
  "p-2": { wholesale: P2_WHOLESALE, "spare-parts": P2_SPARE_PARTS, food: P2_FOOD },
  "p-4": { "four-waves": null },
};

/** Everything that a playbook brings with a set; null when there is no such playbook or set. */
export function contentOf(playbook: string, set: string): PlaybookContent | null {
  const found = playbookOf(playbook);
  if (found === null || !found.sets.some(({ key }) => key === set)) return null;
  const added = SETS[found.key][set] ?? null;
  const base = BASES[found.key];
  return added === null ? base : together(base, added);
}

/** The playbook of that key; null when there is none. */
export function playbookOf(key: string): Playbook | null {
  return PLAYBOOKS.find((one) => one.key === key) ?? null;
}

function together(base: PlaybookContent, set: SetContent): PlaybookContent {
  return {
    tiers: base.tiers.map((tier) => set.tiers.find(({ rank }) => rank === tier.rank) ?? tier),
    domains: [...base.domains, ...set.domains],
    scale: base.scale,
    risks: [...base.risks, ...set.risks],
    controls: [...base.controls, ...set.controls],
    gates: base.gates.map((gate) => asking(gate, set.criteria)),
    checklists: base.checklists.map((list) => extended(list, set.items)),
    periods: [...base.periods, ...set.periods],
    waves: [...base.waves, ...set.waves],
    scenarios: [...base.scenarios, ...set.scenarios],
    asks: [...base.asks, ...set.asks],
  };
}

/** What an address asks for; null without a choice, or for one that is not known. */
export function chosenIn(search: SearchParams): { playbook: Playbook; set: ScenarioSet } | null {
  const playbook = PLAYBOOKS.find(({ key }) => key === search.playbook);
  const set = playbook?.sets.find(({ key }) => key === search.set);
  return playbook === undefined || set === undefined ? null : { playbook, set };
}
