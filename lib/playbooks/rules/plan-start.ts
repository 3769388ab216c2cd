import { PERIOD_KIND_LABELS } from "@/lib/calendar/labels";
import { recurrenceWords } from "@/lib/calendar/rules/repeat";
import { formatMinutes } from "@/lib/kernel/minutes";
import { counted, listed, nameKey } from "@/lib/kernel/text";
import type { Violation } from "@/lib/kernel/violations";
import { GATE_KIND_LABELS, WAVE_KIND_LABELS } from "@/lib/waves/labels";
import {
  type Fate,
  type Held,
  type PlannedThing,
  type PlaybookContent,
  type PlaybookWave,
  SECTIONS,
  type Section,
  type StartPlan,
} from "../model";
import { firstTime } from "./first-time";

/** What a start would do with everything that the playbook brings, given what the program has. `today` is a day of the program. */
export function planStart(content: PlaybookContent, held: Held, today: string): StartPlan {
  const sections = SECTIONS.map((section) => ({
    section,
    things: PLANNERS[section](content, held, today),
  }));
  const things = sections.flatMap((one) => one.things);
  const count = (fate: Fate) => things.filter((one) => one.fate === fate).length;
  const counts = { brought: count("brought"), adapted: count("adapted"), kept: count("kept") };
  return { sections, counts, asks: [...unknowns(content, things), ...content.asks] };
}

/** The things of a section that a start would write, by their keys. */
export function toDo(plan: StartPlan, section: Section): ReadonlyMap<string, PlannedThing> {
  const things = plan.sections.find((one) => one.section === section)?.things ?? [];
  return new Map(things.filter(({ fate }) => fate !== "kept").map((thing) => [thing.key, thing]));
}

/** Why a program is not started any more. */
export function startBlockers(held: Held): Violation[] {
  const started = held.waves.filter((wave) => wave.started);
  if (started.length === 0) return [];
  const names = listed(
    started.map(({ number, name }) => `wave ${number} “${name}”`),
    3,
  );
  const message = `A playbook changes gates and calendar, and waves have begun: ${names}. Bring in by hand what is missing.`;
  return [{ code: "under-way", message }];
}

/** By what a period, risk or control of a playbook is known again: it keeps this when people change its title. */
export function externalKey(section: "risk" | "control" | "period", key: string): string {
  return `${section}:${key}`;
}

/** The key of a scenario on the checklist of a wave. */
export function scenarioKey(wave: string, scenario: string): string {
  return `${wave} / ${scenario}`;
}

type Planner = (content: PlaybookContent, held: Held, today: string) => PlannedThing[];

const PLANNERS: Readonly<Record<Section, Planner>> = {
  tiers: ({ tiers }, held) =>
    tiers.map((tier) => {
      const same = byName(held.tiers, tier.name);
      const spare = same ?? held.tiers.find(({ rank, untouched }) => untouched && rank === tier.rank) ?? null;
      const numbers = `RTO ${formatMinutes(tier.rtoMinutes)}, RPO ${formatMinutes(tier.rpoMinutes)}, ${tier.availability}\u00a0%, a drill every ${tier.drillIntervalDays} days`;
      return thing({ key: tier.name, label: tier.name, detail: numbers, why: tier.why }, same, spare);
    }),
  domains: ({ domains }, held) =>
    domains.map(({ name, appetite, why }) => {
      const same = byName(held.domains, name);
      const spare = same?.untouched && same.appetite !== appetite ? same : null;
      const instead = spare === null ? "" : `, instead of ${spare.appetite}`;
      const said = { key: name, label: name, detail: `Lives with up to ${appetite}${instead}`, why };
      return thing(said, spare === null ? same : null, spare);
    }),
  scale: ({ scale }, held) => {
    const detail = listed(
      [...scale.likelihood, ...scale.impact].map(({ name }) => name),
      10,
    );
    const same = held.scale ? { id: null, name: "the scale in use" } : null;
    return [
      thing(
        { key: "scale", label: "Five steps of likelihood, five of impact", detail, why: scale.why },
        same,
      ),
    ];
  },
  risks: ({ risks }, held) =>
    risks.map(({ key, title, domain, control, failure }) => {
      const same = byKeyOrTitle(held.risks, externalKey("risk", key), title);
      return thing({ key, label: title, detail: `${domain}. ${failure}`, why: control }, same);
    }),
  controls: ({ controls }, held) =>
    controls.map(({ key, title, domain, failure, response }) => {
      const same = byKeyOrTitle(held.controls, externalKey("control", key), title);
      return thing({ key, label: title, detail: `${domain}. ${failure}`, why: response }, same);
    }),
  gates: ({ gates }, held) =>
    gates.map(({ waveKind, kind, content, why }) => {
      const same = held.gates.find((one) => one.waveKind === waveKind && one.kind === kind);
      const label = `${GATE_KIND_LABELS[kind]}, ${WAVE_KIND_LABELS[waveKind].toLowerCase()} waves`;
      const seats = listed(content.seats.map(({ capacity }) => capacity));
      const detail = `${counted(content.criteria.length, "criterion", "criteria")}; signed by ${seats}`;
      const name = same ? { id: null, name: `version ${same.version}` } : null;
      return thing({ key: `${waveKind} ${kind}`, label, detail, why }, name);
    }),
  checklists: ({ checklists }, held) =>
    checklists.map(({ kind, items }) => {
      const same = held.checklists.find((one) => one.kind === kind);
      const sections = listed([...new Set(items.map(({ section }) => section))], 12);
      const evidence = items.filter(({ needsEvidence }) => needsEvidence).length;
      const said = {
        key: kind,
        label: `Checklist of ${WAVE_KIND_LABELS[kind].toLowerCase()} waves`,
        detail: `${counted(items.length, "item")}, ${evidence} with evidence: ${sections}`,
        why: "Everything that cutovers forget, and what this business forgets besides.",
      };
      return thing(said, same ? { id: null, name: `version ${same.number}` } : null);
    }),
  calendar: ({ periods }, held, today) =>
    periods.map((period) => {
      const { key, kind, title, reason, from, to } = period;
      const same = byKeyOrTitle(held.periods, externalKey("period", key), title);
      const { rule, startLocal } = firstTime(period, today);
      const first = `first on ${startLocal.slice(0, 10)}`;
      const detail = `${PERIOD_KIND_LABELS[kind]}, ${recurrenceWords(rule, "UTC")}, ${from} to ${to}, ${first}`;
      const ended = same?.ended ? { id: null, name: `${same.name}, which was taken out` } : same;
      return thing({ key, label: title, detail, why: reason }, ended);
    }),
  waves: ({ waves }, held) =>
    waves.map(({ name, kind, scope, impact }) =>
      thing(
        { key: name, label: name, detail: `${WAVE_KIND_LABELS[kind]}. ${scope}`, why: impact },
        byName(held.waves, name),
      ),
    ),
  scenarios: ({ waves, scenarios }, held) => waves.flatMap((wave) => scenariosOf(wave, scenarios, held)),
};

function scenariosOf(wave: PlaybookWave, all: PlaybookContent["scenarios"], held: Held): PlannedThing[] {
  const here = held.waves.find(({ name }) => nameKey(name) === nameKey(wave.name));
  const titles = new Set((here?.items ?? []).map(nameKey));
  return all
    .filter(({ key }) => wave.scenarios.includes(key))
    .map(({ key, title, why }) => {
      const same = here?.over || titles.has(nameKey(title)) ? { id: null, name: title } : null;
      return thing({ key: scenarioKey(wave.name, key), label: title, detail: wave.name, why }, same);
    });
}

type Same = { id: string | null; name: string };
type Said = Pick<PlannedThing, "key" | "label" | "detail" | "why">;

/** `same` stays as it is; `spare` is an untouched default that the thing takes the place of. */
function thing(said: Said, same: Same | null, spare: Same | null = null): PlannedThing {
  if (same !== null) return { ...said, fate: "kept", was: same.name };
  return { ...said, fate: spare === null ? "brought" : "adapted", was: spare?.name ?? "" };
}

function byName<T extends { name: string }>(held: readonly T[], name: string): T | null {
  return held.find((one) => nameKey(one.name) === nameKey(name)) ?? null;
}

function byKeyOrTitle<T extends { title: string; key: string | null }>(
  held: readonly T[],
  key: string,
  title: string,
): (T & Same) | null {
  const found =
    held.find((one) => one.key === key) ?? held.find((one) => nameKey(one.title) === nameKey(title));
  return found === undefined ? null : { ...found, id: null, name: found.title };
}

/** What the things themselves leave open. */
function unknowns(
  { periods, waves, risks, controls }: PlaybookContent,
  things: readonly PlannedThing[],
): string[] {
  const confirm = periods.filter((one) => one.confirm).length;
  if (things.every(({ fate }) => fate === "kept")) return [];
  return [
    `Windows, leads and workloads of ${counted(waves.length, "wave")}: no date is made up.`,
    `Owners, scores and days of ${counted(risks.length, "risk")}: until somebody scores them they count as unknown, never as within appetite.`,
    `Owners of ${counted(controls.length, "control")}: all come as planned, and none counts as verified until somebody has looked.`,
    `The days of ${counted(confirm, "period")} of the calendar: they are usual in the field, and yours may differ.`,
  ];
}
