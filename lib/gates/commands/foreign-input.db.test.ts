import { beforeAll, describe, expect, it } from "vitest";
import { addChecklistItem } from "@/lib/cutover/commands/add-checklist-items";
import type { AppError } from "@/lib/kernel/errors";
import { changeZone } from "@/lib/programs/commands/change-zone";
import { grantWorkload } from "@/lib/programs/commands/grant-workload";
import { linkPerson } from "@/lib/programs/commands/link-person";
import { raiseRisk } from "@/lib/risks/commands/raise-risk";
import { addWorkloadsToWave } from "@/lib/waves/commands/add-workloads-to-wave";
import { createWave } from "@/lib/waves/commands/create-wave";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { gateOf, type ReadyWave, readyWave, versionOf } from "@/prisma/factories/ready-wave";
import { foundWorld, type World } from "@/prisma/factories/world";
import { attestCriterion } from "./attest-criterion";
import { openGate } from "./open-gate";
import { signGate } from "./sign-gate";
import { transitionWave } from "./transition-wave";
import { waiveCriterion } from "./waive-criterion";

let ours: World;
let theirs: World;
let mine: ReadyWave;
let other: ReadyWave;

beforeAll(async () => {
  ours = await foundWorld();
  theirs = await foundWorld();
  mine = await readyWave(ours);
  other = await readyWave(theirs);
});

/** The refusal of a call; anything but the product's own error fails the test. */
async function refusalOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => null,
    (reason: AppError) => reason,
  );
  if (error === null) return "passed";
  return error.name === "AppError" ? error.code : `${error.name}: ${error.message}`;
}

describe("ids of another program in an input", () => {
  it("are refused wherever they stand", async () => {
    const manager = { actor: ours.as.program_manager };
    const owner = { actor: ours.as.business_owner };
    const { judged, facts } = await gateOf(mine);
    const foreign = await gateOf(other);
    const condition = {
      text: "Printers",
      ownerId: other.personId,
      dueOn: "2027-01-01",
      due: "before_cutover" as const,
    };
    const refusals = {
      conditionOwner: await refusalOf(
        signGate(owner, {
          gateId: mine.gateId,
          decision: "approve_with_conditions",
          digest: judged.digest,
          conditions: [condition],
        }),
      ),
      gate: await refusalOf(
        signGate(owner, { gateId: other.gateId, decision: "approve", digest: foreign.judged.digest }),
      ),
      digest: await refusalOf(
        signGate(owner, { gateId: mine.gateId, decision: "approve", digest: foreign.judged.digest }),
      ),
      criterion: await refusalOf(
        attestCriterion(manager, {
          criterionId: foreign.facts.criteria[0]?.id ?? "",
          met: true,
          statement: "x",
        }),
      ),
      waived: await refusalOf(
        waiveCriterion(
          { actor: ours.as.executive },
          {
            criterionId: foreign.facts.criteria[0]?.id ?? "",
            reason: "x",
            expiresAt: new Date("2030-01-01"),
          },
        ),
      ),
      wave: await refusalOf(
        transitionWave(manager, {
          waveId: other.waveId,
          version: await versionOf(theirs, other.waveId),
          to: "cutting_over",
        }),
      ),
      seat: await refusalOf(
        openGate(manager, {
          waveId: (await createWave(manager, { name: "Another", kind: "production" })).waveId,
          quorum: 1,
          seats: [{ role: "business_owner", userId: theirs.as.business_owner.userId, capacity: "x" }],
        }),
      ),
      lead: await refusalOf(createWave(manager, { name: "A", kind: "production", leadId: other.personId })),
      member: await refusalOf(
        addWorkloadsToWave(manager, { waveId: mine.waveId, workloadIds: [other.workloadId] }),
      ),
      itemOwner: await refusalOf(
        addChecklistItem(manager, { waveId: mine.waveId, title: "x", ownerId: other.personId }),
      ),
      workloadOwner: await refusalOf(createWorkload(manager, { name: "W", businessOwnerId: other.personId })),
      riskOwner: await refusalOf(raiseRisk(manager, { title: "R", ownerId: other.personId })),
      riskWorkload: await refusalOf(raiseRisk(manager, { title: "R", workloadIds: [other.workloadId] })),
      grant: await refusalOf(
        grantWorkload(manager, { userId: ours.as.partner.userId, workloadId: other.workloadId }),
      ),
      grantee: await refusalOf(
        grantWorkload(manager, { userId: theirs.as.partner.userId, workloadId: mine.workloadId }),
      ),
      account: await refusalOf(
        linkPerson(manager, { personId: mine.personId, userId: theirs.as.executive.userId }),
      ),
    };
    expect(Object.entries(refusals).filter(([, code]) => !KNOWN.includes(code))).toEqual([]);
    expect(facts.signOffs).toEqual((await gateOf(mine)).facts.signOffs);
  });
});

const KNOWN = ["NOT_FOUND", "INVALID", "CONFLICT"];

describe("text that cannot be kept", () => {
  it.each(["a\u0000b", "half a pair \ud800"])("%j is refused at its field", async (text) => {
    const manager = { actor: ours.as.program_manager };
    const tries = {
      name: createWorkload(manager, { name: text }),
      tags: createWorkload(manager, { name: "Tagged", tags: ["fine", text] }),
      title: addChecklistItem(manager, { waveId: mine.waveId, title: text }),
      reason: transitionWave(manager, { waveId: mine.waveId, version: 1, to: "planned", reason: text }),
      comment: signGate(
        { actor: ours.as.business_owner },
        { gateId: mine.gateId, decision: "decline", comment: text, digest: "0".repeat(64) },
      ),
      zone: changeZone({ account: ours.admin }, { zone: text }),
    };
    for (const [field, attempt] of Object.entries(tries)) {
      const refused = await attempt.then(
        () => null,
        (error: AppError) => error,
      );
      expect([field, refused?.code]).toEqual([field, "INVALID"]);
      expect(Object.keys(refused?.fields ?? {}).map((path) => path.split(".")[0])).toEqual([field]);
    }
  });
});
