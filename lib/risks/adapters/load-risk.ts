import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { RiskRecord } from "../model/risk";
import { lockRisks } from "./risk-rows";

/** One risk of this program, locked until the transaction ends. @throws NOT_FOUND */
export async function lockRisk(tx: Tx, riskId: string): Promise<RiskRecord> {
  const risk = (await lockRisks(tx, [riskId])).get(riskId);
  if (risk === undefined) throw notFound("risk");
  return risk;
}
