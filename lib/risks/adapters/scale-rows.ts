import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { RiskScales } from "../model/scale";
import { FIRST_SCALE } from "../rules/scales";
import { scaleContentInput } from "../schema";

/** Every scale of the program, the oldest first: the built-in one and those that were published. */
export async function loadScales(tx: Tx, programId: string): Promise<RiskScales> {
  const rows = await tx.riskScale.findMany({
    where: { programId },
    select: { version: true, content: true },
    orderBy: { version: "asc" },
  });
  const published = rows.map(({ version, content }) => ({ version, ...scaleContentInput.parse(content) }));
  const [first, ...rest] = published;
  return first?.version === 1 ? [first, ...rest] : [FIRST_SCALE, ...published];
}
