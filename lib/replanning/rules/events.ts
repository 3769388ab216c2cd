import { counted } from "@/lib/kernel/text";
import { GATE_KIND_LABELS } from "@/lib/waves/labels";
import { sameWindow } from "@/lib/waves/rules/window";
import { windowSpan } from "@/lib/waves/rules/window-words";
import type { Consequence, Part, Plan } from "../model";
import { membersOf, touchedWaves, wavePlanned } from "./plan";

/** What a change brings about once, whichever way it goes: signatures, gates, exceptions, due times, people to tell. */
export function eventsOf(before: Plan, after: Plan): Consequence[] {
  const touched = touchedWaves(before, after);
  if (touched.size === 0) return [];
  const moved = !sameWindow(wavePlanned(before).window, wavePlanned(after).window);
  return [
    ...signatures(before, touched),
    ...(moved ? [...exception(before), ...items(before, after)] : []),
    ...people(before, after, { touched, moved }),
  ];
}

function signatures(plan: Plan, touched: ReadonlySet<string>): Consequence[] {
  return plan.gates
    .filter((gate) => touched.has(gate.waveId))
    .flatMap((gate) => {
      const number = plan.waves.find(({ id }) => id === gate.waveId)?.number ?? 0;
      const key = `${gate.waveId} ${gate.kind}`;
      const words = `the ${GATE_KIND_LABELS[gate.kind].toLowerCase()} gate of wave ${number}`;
      const stale = gate.signers.map(({ name, capacity }) =>
        comes("signatures", `${key} ${capacity}`, `${name}, ${capacity}, on ${words}`),
      );
      const opens = `${words.replace(/^t/, "T")} holds now and will not any more`;
      return gate.holds && stale.length > 0 ? [...stale, comes("gates", key, opens)] : stale;
    });
}

function exception({ excepted }: Plan): Consequence[] {
  if (excepted === null) return [];
  const words = `${excepted} let the wave cut over outside the window as it stands`;
  return [comes("exception", "window", words)];
}

function items(before: Plan, after: Plan): Consequence[] {
  const { following, fixed } = before.items;
  const { window } = wavePlanned(after);
  const to = window === null ? "" : ` with it to ${windowSpan(window, window.zone)}`;
  return [
    ...(following === 0
      ? []
      : [comes("items", "following", `${counted(following, "open item moves", "open items move")}${to}`)]),
    ...(fixed === 0
      ? []
      : [
          comes(
            "items",
            "fixed",
            `${counted(fixed, "open item keeps its date", "open items keep their dates")}: look whether they still fit`,
          ),
        ]),
  ];
}

/** Whom it concerns, each once with the reasons: owners of what moves, leads of the waves, those who signed. */
function people(
  before: Plan,
  after: Plan,
  { touched, moved }: { touched: ReadonlySet<string>; moved: boolean },
): Consequence[] {
  const owned = new Map<string, Set<string>>();
  const other = new Map<string, Set<string>>();
  const changed = before.workloads.filter((one, at) => one.waveId !== after.workloads[at]?.waveId);
  const concerned = moved ? [...changed, ...membersOf(after, after.waveId)] : changed;
  for (const { owners, name } of concerned) for (const owner of owners) put(owned, owner, name);
  for (const wave of before.waves)
    if (wave.lead !== null && touched.has(wave.id)) put(other, wave.lead, `leads wave ${wave.number}`);
  for (const gate of before.gates)
    if (touched.has(gate.waveId)) for (const { name } of gate.signers) put(other, name, "signed");
  const names = [...new Set([...owned.keys(), ...other.keys()])];
  return names.map((name) => {
    const workloads = [...(owned.get(name) ?? [])].sort();
    const owns = workloads.length === 0 ? [] : [`owns ${ownedWords(workloads)}`];
    return comes("people", name, `${name}: ${[...(other.get(name) ?? []), ...owns].join(", ")}`);
  });
}

function ownedWords(workloads: readonly string[]): string {
  const [first = "", ...rest] = workloads;
  return rest.length === 0 ? first : `${first} and ${rest.length} more`;
}

function put(map: Map<string, Set<string>>, name: string, reason: string): void {
  map.set(name, (map.get(name) ?? new Set()).add(reason));
}

function comes(part: Part, key: string, words: string): Consequence {
  return { part, way: "comes", key, words };
}
