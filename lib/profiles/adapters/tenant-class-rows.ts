import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { nameKey } from "@/lib/kernel/text";
import type { TenantClassFacts } from "../model";

/** A class as it is now, with its version and the name of its workload. @throws NOT_FOUND */
export async function loadTenantClass(
  tx: Tx,
  programId: string,
  id: string,
): Promise<{ facts: TenantClassFacts; version: number; workload: string }> {
  const row = await tx.tenantClass.findUnique({
    where: { id, programId },
    select: {
      version: true,
      workloadId: true,
      kind: true,
      name: true,
      tenants: true,
      users: true,
      isolation: true,
      residency: true,
      encryption: true,
      rollout: true,
      workload: { select: { name: true } },
    },
  });
  if (row === null) throw notFound("tenant class");
  const { version, workload, ...facts } = row;
  return { facts, version, workload: workload.name };
}

/** @throws INVALID when another class of the workload has the name. */
export async function requireFreeClassName(
  tx: Tx,
  { workloadId, name }: Pick<TenantClassFacts, "workloadId" | "name">,
  own?: string,
): Promise<void> {
  const held = await tx.tenantClass.findFirst({
    where: { workloadId, nameKey: nameKey(name), NOT: { id: own } },
    select: { id: true },
  });
  if (held === null) return;
  const message = `The workload already has a class named ${name}.`;
  throw new AppError("INVALID", message, { fields: { name: message } });
}
