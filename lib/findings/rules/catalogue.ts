import { counted } from "@/lib/kernel/text";
import { FINDING_KINDS, type FindingKind } from "../model";

/** What a finding is, why it matters, what it weighs, and the one thing to do about it. */
export type FindingWords = {
  /** How much one row matters beside one row of another finding: 1 least, 5 most. */
  weight: number;
  one: string;
  many: string;
  why: string;
  /** What is missing, in words that follow the name of the subject: "business owner". */
  lacks: string;
  action: string;
  /** Where exactly these rows are listed, below the program; null: on a page of data health. */
  list: string | null;
};

/** Dispositions that put a workload into a wave. */
const MOVING = ["none", "rehost", "relocate", "replatform", "repurchase", "refactor"];

export const CATALOGUE: Record<FindingKind, FindingWords> = {
  business_owner: {
    weight: 5,
    one: "workload without business owner",
    many: "workloads without business owner",
    why: "Nobody can sign for it or answer for its facts.",
    lacks: "business owner",
    action: "Name the owner",
    list: "workloads?missing=owner",
  },
  rto: {
    weight: 5,
    one: "workload without recovery time target",
    many: "workloads without recovery time target",
    why: "No drill can prove what was never promised.",
    lacks: "recovery time target",
    action: "Set the target or its tier",
    list: "workloads?missing=rto",
  },
  rpo: {
    weight: 5,
    one: "workload without recovery point target",
    many: "workloads without recovery point target",
    why: "Nobody knows how much data may be lost.",
    lacks: "recovery point target",
    action: "Set the target or its tier",
    list: "workloads?missing=rpo",
  },
  technical_owner: {
    weight: 4,
    one: "workload without technical owner",
    many: "workloads without technical owner",
    why: "Nobody can be asked about machines and links.",
    lacks: "technical owner",
    action: "Name the owner",
    list: "workloads?missing=technical",
  },
  criticality: {
    weight: 4,
    one: "workload without criticality",
    many: "workloads without criticality",
    why: "Every other finding is weighed by it.",
    lacks: "criticality",
    action: "State the criticality",
    list: "workloads?missing=criticality",
  },
  disposition: {
    weight: 4,
    one: "workload without disposition",
    many: "workloads without disposition",
    why: "It cannot be planned before somebody decides what becomes of it.",
    lacks: "disposition",
    action: "Decide what becomes of it",
    list: "workloads?missing=disposition",
  },
  question: {
    weight: 4,
    one: "open question",
    many: "open questions",
    why: "Sources contradict each other, and the present value may be wrong.",
    lacks: "decision which source is right",
    action: "Answer them",
    list: "questions",
  },
  circle: {
    weight: 4,
    one: "circle of dependencies",
    many: "circles of dependencies",
    why: "Its workloads need each other, so none can move first.",
    lacks: "way out of a circle",
    action: "Break it or move it as one",
    list: "dependencies?list=circles",
  },
  process_without_fallback: {
    weight: 4,
    one: "business process without fallback",
    many: "business processes without fallback",
    why: "Nobody knows how work goes on while it is down.",
    lacks: "fallback",
    action: "Write the fallback down",
    list: null,
  },
  risk_unscored: {
    weight: 4,
    one: "open risk without score",
    many: "open risks without score",
    why: "It may be above the appetite; nobody can say.",
    lacks: "score",
    action: "Assess it",
    list: "risks?score=unknown",
  },
  risk_without_owner: {
    weight: 4,
    one: "open risk without owner",
    many: "open risks without owner",
    why: "Nobody does anything about it.",
    lacks: "owner",
    action: "Name the owner",
    list: "risks?owner=none",
  },
  wave: {
    weight: 3,
    one: "workload in no wave",
    many: "workloads in no wave",
    why: "It is to move, or nobody has said that it stays, and has no date.",
    lacks: "wave",
    action: "Plan it into a wave",
    list: `workloads?${MOVING.map((value) => `disposition=${value}`).join("&")}&missing=wave`,
  },
  tier: {
    weight: 3,
    one: "workload without tier",
    many: "workloads without tier",
    why: "A tier brings its recovery targets and how often it is drilled.",
    lacks: "tier",
    action: "Choose the tier",
    list: "workloads?missing=tier",
  },
  data_classification: {
    weight: 3,
    one: "workload without data classification",
    many: "workloads without data classification",
    why: "Where its data may go cannot be decided.",
    lacks: "data classification",
    action: "Classify its data",
    list: null,
  },
  links: {
    weight: 3,
    one: "workload without any link",
    many: "workloads without any link",
    why: "Nothing stands alone: its dependencies are not recorded.",
    lacks: "dependencies",
    action: "Record its links",
    list: null,
  },
  duplicate: {
    weight: 3,
    one: "likely duplicate",
    many: "likely duplicates",
    why: "Names differ by dots, blanks or an environment alone.",
    lacks: "name of its own",
    action: "Compare the two and keep one",
    list: null,
  },
  link_outside: {
    weight: 3,
    one: "link that leads out of the portfolio",
    many: "links that lead out of the portfolio",
    why: "What lies at the other end is not planned for.",
    lacks: "known other end of a link",
    action: "Add the other end",
    list: "dependencies?list=outside",
  },
  person_without_account: {
    weight: 3,
    one: "person who must act without account",
    many: "people who must act without account",
    why: "They own workloads and can neither answer nor sign.",
    lacks: "account",
    action: "Give them an account and link it",
    list: null,
  },
  remediation_overdue: {
    weight: 3,
    one: "remediation past its date",
    many: "remediations past their date",
    why: "It will hurt in the move.",
    lacks: "finished remediation",
    action: "Finish it or move the date",
    list: null,
  },
  site: {
    weight: 2,
    one: "workload without site",
    many: "workloads without site",
    why: "Who is hit by its cutover is not known.",
    lacks: "site",
    action: "Name the site",
    list: "workloads?missing=site",
  },
  measured: {
    weight: 2,
    one: "workload without a measurement of this year",
    many: "workloads without a measurement of this year",
    why: "Whether it is better or worse after the move cannot be shown.",
    lacks: "measurement as it is",
    action: "Record what was measured",
    list: null,
  },
  link_undocumented: {
    weight: 2,
    one: "link that was found but is not documented",
    many: "links that were found but are not documented",
    why: "Traffic was seen; nobody has said what it is.",
    lacks: "documentation of a link",
    action: "Confirm the link",
    list: "dependencies?list=undocumented",
  },
  link_vague: {
    weight: 2,
    one: "link without kind or hardness",
    many: "links without kind or hardness",
    why: "Whether the one stops when the other is down is not known.",
    lacks: "kind or hardness of a link",
    action: "State kind and hardness",
    list: null,
  },
  asset_unassigned: {
    weight: 1,
    one: "asset that serves no workload",
    many: "assets that serve no workload",
    why: "It costs and moves with nothing.",
    lacks: "workload it serves",
    action: "Assign it to a workload",
    list: "assets?workload=none",
  },
  site_undescribed: {
    weight: 1,
    one: "site without kind, zone or country",
    many: "sites without kind, zone or country",
    why: "Windows cannot be shown in its time.",
    lacks: "kind, zone or country",
    action: "Describe the site",
    list: null,
  },
};

export function isFindingKind(text: string): text is FindingKind {
  return FINDING_KINDS.some((kind) => kind === text);
}

/** "12 workloads without tier". */
export function findingTitle(kind: FindingKind, count: number): string {
  const { one, many } = CATALOGUE[kind];
  return counted(count, one, many);
}

/** The address below the program where exactly these rows are listed. */
export function findingPlace(kind: FindingKind): string {
  return CATALOGUE[kind].list ?? `data-health/${kind}`;
}
