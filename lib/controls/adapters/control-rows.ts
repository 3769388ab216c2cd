import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { Subject } from "@/lib/kernel/violations";
import type { ControlFacts, LinkedRisk } from "../model";

const COLUMNS = {
  id: true,
  title: true,
  domainId: true,
  failure: true,
  impact: true,
  response: true,
  stage: true,
  ownerId: true,
  howVerified: true,
  everyDays: true,
  version: true,
} as const;

/** A control of this program, locked until the transaction ends, and how often it was verified. @throws NOT_FOUND */
export async function lockControl(tx: Tx, programId: string, controlId: string) {
  await tx.$executeRaw`SELECT 1 FROM "Control" WHERE id = ${controlId}::uuid AND "programId" = ${programId}::uuid FOR UPDATE`;
  return loadControl(tx, programId, controlId);
}

/** The same as it is now, without a lock. @throws NOT_FOUND */
export async function loadControl(tx: Tx, programId: string, controlId: string) {
  const row = await tx.control.findUnique({
    where: { id: controlId, programId },
    select: { ...COLUMNS, _count: { select: { verifications: true } } },
  });
  if (row === null) throw notFound("control");
  const { _count, ...control } = row;
  return { ...control, verifications: _count.verifications };
}

/** What the domain and the owner of a control are called; null for none. @throws NOT_FOUND for one of another program */
export async function namesOf(
  tx: Tx,
  programId: string,
  { domainId, ownerId }: Pick<ControlFacts, "domainId" | "ownerId">,
): Promise<{ domain: string | null; owner: string | null }> {
  const select = { name: true } as const;
  const domain =
    domainId === null ? null : await tx.riskDomain.findUnique({ where: { id: domainId, programId }, select });
  if (domainId !== null && domain === null) throw notFound("risk domain");
  const owner =
    ownerId === null ? null : await tx.person.findUnique({ where: { id: ownerId, programId }, select });
  if (ownerId !== null && owner === null) throw notFound("person");
  return { domain: domain?.name ?? null, owner: owner?.name ?? null };
}

/** The risk of that code, locked until the transaction ends. @throws NOT_FOUND */
export async function lockRiskOfCode(tx: Tx, programId: string, code: string): Promise<LinkedRisk> {
  const [risk] = await tx.$queryRaw<LinkedRisk[]>`
    SELECT id, code, title, status::text AS status FROM "Risk"
    WHERE "programId" = ${programId}::uuid AND code = ${code} FOR UPDATE`;
  if (risk === undefined) throw notFound("risk");
  return risk;
}

/** What the audit trail files the events of a control under. */
export function controlSubject({ id, title }: { id: string; title: string }): Subject {
  return { type: "control", id, label: title };
}
