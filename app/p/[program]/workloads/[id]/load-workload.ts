import { notFound } from "next/navigation";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { getWorkload } from "@/lib/workloads/queries/workload";

/** The workload of an address for somebody who may change it; a page that is not there for everybody else. */
export async function loadWorkload(params: Promise<{ program: string; id: string }>) {
  const { program, id } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "workload:write")) notFound();
  const workload = await getWorkload(actor, id);
  if (workload === null) notFound();
  return { actor, workload, place: { slug: program, workloadId: id }, path: `/p/${program}/workloads/${id}` };
}
