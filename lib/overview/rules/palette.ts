import type { Permission, Role } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { readsEstate } from "@/lib/access/reads-estate";
import type { PaletteGroup, PaletteItem, ProgramFrame } from "../model";
import { placesFor } from "./navigation";
import { bestRank, type Rank } from "./rank";

/** What has a name of its own in a program, in the order of its groups. */
export const NAMED_KINDS = [
  "workload",
  "wave",
  "risk",
  "control",
  "gate",
  "pack",
  "person",
  "site",
  "process",
  "asset",
] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

/**
 * A named thing as it was found: `ref` is its part of the address (of a gate: its id, `/` and one of its pages), `codes` are
 * what else it is called.
 */
export type NamedRow = {
  kind: NamedKind;
  ref: string;
  label: string;
  detail: string;
  codes: readonly string[];
};

/** At most so many of a group when something is searched. */
export const MOST_OF_A_GROUP = 8;

type Offer = PaletteItem & { also: readonly string[] };
type Act = { label: string; path: string; permission: Permission; also: readonly string[] };

/** The acts that are pages. Each needs the right that its page asks for. */
export const ACTS: readonly Act[] = [
  {
    label: "Raise a risk",
    path: "/risks/new",
    permission: "risk:write",
    also: ["Record a risk", "New risk"],
  },
  {
    label: "Add a control",
    path: "/controls/new",
    permission: "risk:write",
    also: ["New control", "Verification"],
  },
  { label: "Add a workload", path: "/workloads/new", permission: "workload:write", also: ["New workload"] },
  { label: "Plan a wave", path: "/waves/new", permission: "wave:plan", also: ["Create a wave", "New wave"] },
  { label: "Import a file", path: "/imports", permission: "import:run", also: ["Upload", "CSV", "XLSX"] },
  { label: "Add evidence", path: "/evidence/new", permission: "evidence:write", also: ["Upload evidence"] },
  {
    label: "Add a period to the calendar",
    path: "/calendar/new",
    permission: "calendar:write",
    also: ["New freeze", "New caution"],
  },
  {
    label: "Record a link out of the portfolio",
    path: "/dependencies/outside/new",
    permission: "dependency:write",
    also: ["New external link"],
  },
  { label: "Add an asset", path: "/assets/new", permission: "workload:write", also: ["New asset"] },
  { label: "Add a site", path: "/sites/new", permission: "workload:write", also: ["New site"] },
  {
    label: "Add a business process",
    path: "/processes/new",
    permission: "workload:write",
    also: ["New process"],
  },
  { label: "Add a member", path: "/members", permission: "member:manage", also: ["Invite", "New member"] },
  {
    label: "Start from a playbook",
    path: "/playbook",
    permission: "program:configure",
    also: ["Template", "Distribution", "Retail"],
  },
  { label: "Change the tiers", path: "/tiers", permission: "program:configure", also: ["New tier"] },
  {
    label: "Publish a risk scale",
    path: "/risks/scales/new",
    permission: "risk:configure",
    also: ["Likelihood", "Impact", "Matrix"],
  },
  {
    label: "Change the risk domains",
    path: "/risks/domains",
    permission: "risk:configure",
    also: ["Appetite"],
  },
];

const TITLES: Record<NamedKind, string> = {
  workload: "Workloads",
  wave: "Waves",
  risk: "Risks",
  control: "Controls",
  gate: "Gates",
  pack: "Board packs",
  person: "People",
  site: "Sites",
  process: "Processes",
  asset: "Assets",
};
const FOLDERS: Record<NamedKind, string> = {
  workload: "workloads",
  wave: "waves",
  risk: "risks",
  control: "controls",
  gate: "gates",
  pack: "packs",
  person: "people",
  site: "sites",
  process: "processes",
  asset: "assets",
};

/**
 * What the palette answers to a text in the form of `nameKey`; to none, all places and acts. A better rank is never below a
 * worse one: neither within a group nor, by the best of each, among groups.
 */
export function paletteGroups(
  actor: { role: Role },
  base: string,
  key: string,
  rows: readonly NamedRow[],
): PaletteGroup[] {
  const named = NAMED_KINDS.filter((kind) => mayFind(actor, kind)).map((kind) =>
    group(TITLES[kind], rows.filter((row) => row.kind === kind).map(offerOf(base)), key),
  );
  return [group("Go to", placeOffers(actor, base), key), group("Do", actOffers(actor, base), key), ...named]
    .filter(({ items }) => items.length > 0)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ title, items }) => ({ title, items }));
}

/** Whether things of that kind have pages that this role may see. The database answers for each single one. */
function mayFind(actor: { role: Role }, kind: NamedKind): boolean {
  if (kind === "workload") return can(actor, "workload:read");
  if (kind === "wave") return can(actor, "wave:read");
  if (kind === "gate") return can(actor, "gate:read");
  if (kind === "pack") return can(actor, "pack:read");
  return kind === "risk" || kind === "control" ? can(actor, "risk:read") : readsEstate(actor);
}

type Ranked = { offer: Offer; rank: Rank };

function group(title: string, offers: readonly Offer[], key: string): PaletteGroup & { rank: Rank } {
  const all = offers.map((offer): Ranked | null => {
    const rank = key === "" ? 0 : bestRank([offer.label, ...offer.also], key);
    return rank === null ? null : { offer, rank };
  });
  const ranked = all.filter((one) => one !== null).toSorted((one, other) => one.rank - other.rank);
  const shown = key === "" ? ranked : ranked.slice(0, MOST_OF_A_GROUP);
  return {
    title,
    rank: ranked[0]?.rank ?? 3,
    items: shown.map(({ offer: { label, detail, href } }) => ({ label, detail, href })),
  };
}

const NO_COUNTS: ProgramFrame = { workloads: 0, openRisks: null, waves: [], signaturesDue: 0, waiting: 0 };

function placeOffers(actor: { role: Role }, base: string): Offer[] {
  const nav = placesFor(actor, base, NO_COUNTS).map(({ href, label, group: under }) => ({
    href,
    label,
    detail: under ?? "",
    also: href === base ? ["Home"] : [],
  }));
  const more = [
    readsEstate(actor)
      ? { href: `${base}/waves/split`, label: "Links across after each wave", detail: "Waves" }
      : null,
    readsEstate(actor) ? { href: `${base}/tiers`, label: "Tiers", detail: "Recovery" } : null,
    can(actor, "risk:read")
      ? { href: `${base}/risks/domains`, label: "Risk domains and appetite", detail: "Risks" }
      : null,
    can(actor, "risk:read") ? { href: `${base}/risks/heatmaps`, label: "Heatmaps", detail: "Risks" } : null,
    can(actor, "risk:read") ? { href: `${base}/risks/scales`, label: "Risk scales", detail: "Risks" } : null,
    can(actor, "evidence:read") ? { href: `${base}/evidence`, label: "Evidence", detail: "" } : null,
    { href: "/account", label: "Account and sessions", detail: "" },
  ].filter((place) => place !== null && !nav.some(({ href }) => href === place.href));
  return [...nav, ...more.flatMap((place) => (place === null ? [] : [{ ...place, also: [] }]))];
}

function actOffers(actor: { role: Role }, base: string): Offer[] {
  return ACTS.filter(({ permission }) => can(actor, permission)).map(({ label, path, also }) => ({
    label,
    detail: "",
    href: `${base}${path}`,
    also,
  }));
}

function offerOf(base: string) {
  return ({ kind, ref, label, detail, codes }: NamedRow): Offer => {
    const parts = kind === "gate" ? ref.split("/") : [ref];
    const href = [base, FOLDERS[kind], ...parts.map(encodeURIComponent)].join("/");
    return { label, detail, href, also: codes };
  };
}
