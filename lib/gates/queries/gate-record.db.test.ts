import { expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { setRecoveryTarget } from "@/lib/recovery/commands/set-recovery-target";
import { approve, gateOf, readyWave } from "@/prisma/factories/ready-wave";
import { foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { signGate } from "../commands/sign-gate";
import { getGateRecord } from "./gate-record";

it("holds every signature with its criteria, its event and the checkpoint that covers it, and says what changed", async () => {
  const ready = await readyWave(await foundWorld());
  const { world, gateId, workloadId } = ready;
  const { business_owner, auditor, program_manager, partner } = world.as;
  const { digest } = (await gateOf(ready)).judged;
  await signGate({ actor: business_owner }, { gateId, decision: "decline", comment: "Not yet", digest });
  await approve(ready);
  const change = { workloadId, rtoMinutes: 30, rpoMinutes: 5, reason: "" };
  await setRecoveryTarget({ actor: program_manager }, change);
  const record = await getGateRecord(auditor, gateId, new Date());
  expect(record?.judged.holds).toBe(false);
  const [declined, approved] = record?.signatures ?? [];
  expect(declined).toMatchObject({ decision: "decline", comment: "Not yet", superseded: true });
  expect(approved).toMatchObject({ decision: "approve", superseded: false, digest, provenBy: null });
  expect(approved?.changes).toMatchObject([{ what: "recovery time target" }]);
  expect(approved?.criteria?.every((one) => one.status === "met")).toBe(true);
  expect(approved?.criteria).toHaveLength(record?.judged.criteria.length ?? -1);
  const [event] = await asSuperuser<{ seq: number; hash: string }>(
    `SELECT seq::int, hash FROM "AuditEvent" WHERE "subjectId" = $1 AND action = 'gate.approved'`,
    [gateId],
  );
  expect(approved?.event).toEqual(event);
  expect(approved?.checkpoint).toMatchObject({ seq: event?.seq, hash: event?.hash });
  await expect(async () => getGateRecord(partner, gateId, new Date())).rejects.toThrow(AppError);
  const elsewhere = await foundWorld();
  expect(await getGateRecord(elsewhere.as.auditor, gateId, new Date())).toBeNull();
  expect(await getGateRecord(auditor, "nothing", new Date())).toBeNull();
});
