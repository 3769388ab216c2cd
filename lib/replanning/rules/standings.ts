import type { Occurrence } from "@/lib/calendar/model";
import { meetings, meets, occurrencesIn } from "@/lib/calendar/rules/meetings";
import { overruling } from "@/lib/calendar/rules/overruled";
import { DEPENDENCY_KIND_LABELS } from "@/lib/dependencies/labels";
import { BEFORE_CUTOVER } from "@/lib/waves/model/states";
import { freezeKey, freezesMet, freezeWords, overlapWords } from "@/lib/waves/rules/freezes";
import type { Consequence, Plan, PlanWave } from "../model";
import { crosses, isAgainstOrder, type LinkEnds, linkEnds, membersOf, periodsOf, wavePlanned } from "./plan";

/** Something that is so in a plan. */
export type Standing = Omit<Consequence, "way">;

/** Everything that is so in the plan and may be otherwise after a change. */
export function standingsOf(plan: Plan): Standing[] {
  return [...members(plan), ...links(plan), ...calendar(plan), ...order(plan)];
}

function members(plan: Plan): Standing[] {
  return membersOf(plan, plan.waveId).flatMap((workload): Standing[] => {
    const { id, name } = workload;
    const lacks: [boolean, string, string][] = [
      [workload.lacksOwner, "owner", `${name} has no business or no technical owner`],
      [workload.lacksTarget, "target", `${name} has no complete recovery target`],
      [workload.staysBehind, "stays", `${name} is to be retained or retired`],
    ];
    return [
      { part: "members", key: id, words: name },
      ...lacks
        .filter(([lacking]) => lacking)
        .map(([, what, words]): Standing => ({ part: "lacking", key: `${id} ${what}`, words })),
    ];
  });
}

function links(plan: Plan): Standing[] {
  return linkEnds(plan)
    .filter(crosses)
    .flatMap((ends): Standing[] => {
      const key = ends.link.id;
      const crossing: Standing = { part: "crossing", key, words: linkWords(ends) };
      if (!isAgainstOrder(ends)) return [crossing];
      return [crossing, { part: "against", key, words: linkWords(ends) }];
    });
}

/** "Carrier hub (wave 3) needs WMS Core (wave 5): synchronous call, hard" */
function linkWords({ link, dependent, needed, from, to }: LinkEnds): string {
  const kinds: Readonly<Record<string, string | undefined>> = DEPENDENCY_KIND_LABELS;
  const kind = link.kind === null ? "kind unknown" : (kinds[link.kind] ?? link.kind).toLowerCase();
  const hardness = link.hardness ?? "hardness unknown";
  return `${dependent.name} (${place(from)}) needs ${needed.name} (${place(to)}): ${kind}, ${hardness}`;
}

function place(wave: PlanWave | null): string {
  return wave === null ? "in no wave" : `wave ${wave.number}`;
}

function calendar(plan: Plan): Standing[] {
  const { window } = wavePlanned(plan);
  if (window === null) return [];
  const periods = periodsOf(plan);
  const freezes = freezesMet(periods, plan.exceptions, window).map(
    (met): Standing => ({
      part: met.exception === null ? "freezes" : "excepted",
      key: freezeKey(met),
      words: `${capital(freezeWords(met))}: ${overlapWords(met)}`,
    }),
  );
  const cautions = meetings(periods, "caution", window).map(
    (met): Standing => ({ part: "cautions", key: freezeKey(met), words: named(met) }),
  );
  const all = occurrencesIn(periods, window);
  const preferred = all.filter(
    (one) =>
      one.period.kind === "preferred" &&
      one.startAt <= window.startAt &&
      window.endAt <= one.endAt &&
      overruling(one, all) === null,
  );
  // which of several times it lies in is no matter: it lies in one or in none
  const [first] = preferred;
  return [
    ...freezes,
    ...cautions,
    ...(first === undefined ? [] : [{ part: "preferred" as const, key: "in", words: named(first) }]),
  ];
}

/** The waves that cut over before a wave of a smaller number, or at the same time as another. */
function order(plan: Plan): Standing[] {
  const here = wavePlanned(plan);
  const others = plan.waves.filter((wave) => wave.id !== here.id && wave.state !== "cancelled");
  return others.flatMap((other): Standing[] => {
    const [first, second] = here.number < other.number ? [here, other] : [other, here];
    if (first.window === null || second.window === null) return [];
    const ahead = BEFORE_CUTOVER.includes(first.state);
    const words = capital(waveWords(other));
    return [
      ...(ahead && first.window.startAt > second.window.startAt
        ? [
            {
              part: "order" as const,
              key: other.id,
              words: `${capital(waveWords(second))} cuts over before ${waveWords(first)}`,
            },
          ]
        : []),
      ...(meets(first.window, second.window) ? [{ part: "overlaps" as const, key: other.id, words }] : []),
    ];
  });
}

function waveWords({ number, name }: PlanWave): string {
  return `wave ${number}, ${name}`;
}

function named({ period }: Pick<Occurrence, "period">): string {
  return period.scope.of === "program" ? period.title : `${period.title} (${period.scope.name})`;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
