import "server-only";
import type { DrillKind } from "@/prisma/generated/client/enums";
import type { DrillTimes } from "../model";
import { provenTimes } from "../rules/judge";

type Drill = DrillTimes & { id: string; kind: DrillKind; findings: string };

/** A drill as its events name it: what was noted, and what follows from it. Null is not reached or not measured. */
export function drillFacts({ id, kind, declaredAt, usableAt, lastGoodAt, findings }: Drill) {
  const { rto, rpo } = provenTimes({ declaredAt, usableAt, lastGoodAt });
  return {
    drill: id,
    kind,
    declaredAt: declaredAt.toISOString(),
    usableAt: usableAt?.toISOString() ?? null,
    lastGoodAt: lastGoodAt?.toISOString() ?? null,
    provenRtoMinutes: rto,
    provenRpoMinutes: rpo,
    findings,
  };
}
