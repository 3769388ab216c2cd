import { formatMinutes } from "@/lib/kernel/minutes";
import { listed } from "@/lib/kernel/text";
import type { ComponentKind, ProtectionKind } from "@/prisma/generated/client/enums";
import { COMPONENT_LABELS, PROTECTION_LABELS } from "../labels";
import {
  COMPONENT_KINDS,
  type ComponentDesign,
  type ComponentTarget,
  type EffectiveTargets,
  type JudgedComponent,
  type JudgedProtection,
  PROTECTION_VERDICTS,
  type ProtectionVerdict,
} from "../model";

/** What is still there after a deletion or an attack. A replica repeats both; a replay needs something to be played onto. */
export const SURVIVORS = [
  "snapshots",
  "point_in_time",
  "immutable",
  "second_cloud",
] as const satisfies readonly ProtectionKind[];

type Reason = JudgedComponent["reasons"][number];
type Recorded = { version: number; designs: readonly ComponentDesign[] };

/** The six parts of a workload, judged; the worst counts for the whole. The statement `protectionSql` says the same in SQL. */
export function judgeProtection(
  { version, designs }: Recorded,
  workload: EffectiveTargets,
): JudgedProtection {
  const components = COMPONENT_KINDS.map((kind) =>
    judgeComponent(designs.find((one) => one.kind === kind) ?? unknownPart(kind), workload),
  );
  const verdict = version === 0 ? "unrecorded" : worst(components.map((one) => one.verdict));
  return { verdict, version, components };
}

/**
 * What the design of one part amounts to. It cannot hold what is promised when it is copied more rarely than the target
 * allows, when nothing protects it, or when it promises less than its workload. Enough only when nothing is unknown, and
 * even that is what the design says: a drill alone proves it.
 */
export function judgeComponent(design: ComponentDesign, workload: EffectiveTargets): JudgedComponent {
  const targets = { rto: counting(design, workload, "rto"), rpo: counting(design, workload, "rpo") };
  const reasons = reasonsOf(design, workload, targets.rpo);
  return { design, ...targets, verdict: worst(reasons.map(({ verdict }) => verdict)), reasons };
}

/** The parts of which the design cannot hold what is promised, each with the worst reason, for people who own a service. */
export function unheldParts(protection: JudgedProtection | undefined): string[] {
  return (protection?.components ?? []).flatMap(({ verdict, design, reasons: [worstOne] }) => {
    if (verdict !== "cannot_hold" || worstOne === undefined) return [];
    const words = worstOne.words.charAt(0).toLowerCase() + worstOne.words.slice(1);
    return [`${COMPONENT_LABELS[design.kind].toLowerCase()}: ${words}`];
  });
}

/** A part of which nobody has said anything. */
export function unknownPart(kind: ComponentKind): ComponentDesign {
  const none = { rto: null, rpo: null, copyInterval: null, retentionDays: null };
  return { kind, applies: null, protections: [], unprotected: false, note: "", ...none };
}

/** Worst first; of nothing it is unknown. */
function worst(verdicts: readonly ProtectionVerdict[]): ProtectionVerdict {
  return PROTECTION_VERDICTS.find((one) => verdicts.includes(one)) ?? "unknown";
}

function counting(own: ComponentDesign, workload: EffectiveTargets, part: "rto" | "rpo"): ComponentTarget {
  const stated = own[part];
  if (stated !== null) return { minutes: stated, from: "component" };
  const inherited = workload[part];
  return inherited === null ? null : { minutes: inherited.minutes, from: "workload" };
}

function reasonsOf(design: ComponentDesign, workload: EffectiveTargets, rpo: ComponentTarget): Reason[] {
  if (design.applies === null) return [unknown("Nobody has said whether there is one")];
  if (!design.applies) return [{ verdict: "not_there", words: design.note }];
  const found = [
    ...promisesLess(design, workload),
    ...tooRare(design, rpo),
    ...unsafe(design, rpo),
    ...unknowns(design, workload),
  ];
  if (found.length > 0) return found;
  return [{ verdict: "by_design", words: "Only a drill proves it" }];
}

function promisesLess(design: ComponentDesign, workload: EffectiveTargets): Reason[] {
  return (["rto", "rpo"] as const).flatMap((part) => {
    const [own, bound] = [design[part], workload[part]];
    if (own === null || bound === null || own <= bound.minutes) return [];
    const words = `Its ${part.toUpperCase()} of ${formatMinutes(own)} is laxer than the ${formatMinutes(bound.minutes)} of the workload`;
    return [{ verdict: "cannot_hold" as const, words }];
  });
}

function tooRare({ copyInterval }: ComponentDesign, rpo: ComponentTarget): Reason[] {
  if (copyInterval === null || rpo === null || copyInterval <= rpo.minutes) return [];
  const words = `Copied every ${formatMinutes(copyInterval)}, ${formatMinutes(rpo.minutes)} promised`;
  return [{ verdict: "cannot_hold", words }];
}

function unsafe({ unprotected, protections }: ComponentDesign, rpo: ComponentTarget): Reason[] {
  if (unprotected)
    return [{ verdict: rpo === null ? "exposed" : "cannot_hold", words: "Nothing protects it" }];
  if (protections.length === 0 || protections.some(survives)) return [];
  const names = listed(protections.map((one) => PROTECTION_LABELS[one].toLowerCase()));
  const words = `No protection that survives a deletion or an attack, only ${names}`;
  return [{ verdict: "exposed", words }];
}

function survives(protection: ProtectionKind): boolean {
  return SURVIVORS.some((one) => one === protection);
}

function unknowns(design: ComponentDesign, workload: EffectiveTargets): Reason[] {
  const protectedBy = !design.unprotected;
  return [
    workload.rto === null ? "The workload has no RTO target" : null,
    workload.rpo === null ? "The workload has no RPO target" : null,
    protectedBy && design.protections.length === 0 ? "Nobody has said what protects it" : null,
    protectedBy && design.copyInterval === null ? "How often it is copied is not known" : null,
    protectedBy && design.retentionDays === null ? "How long copies are kept is not known" : null,
  ].flatMap((words) => (words === null ? [] : [unknown(words)]));
}

function unknown(words: string): Reason {
  return { verdict: "unknown", words };
}
