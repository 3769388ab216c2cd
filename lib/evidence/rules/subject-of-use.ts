import type { EvidenceSubject } from "../model";

type Columns = {
  riskId: string | null;
  criterionId: string | null;
  drillId: string | null;
  itemId: string | null;
  controlId: string | null;
};

/** What a use is of: exactly one of its columns is filled. */
export function subjectOfUse({ riskId, criterionId, drillId, itemId, controlId }: Columns): EvidenceSubject {
  if (riskId !== null) return { type: "risk", id: riskId };
  if (criterionId !== null) return { type: "criterion", id: criterionId };
  if (drillId !== null) return { type: "drill", id: drillId };
  if (itemId !== null) return { type: "item", id: itemId };
  if (controlId !== null) return { type: "control", id: controlId };
  throw new Error("a use of evidence is of something");
}
