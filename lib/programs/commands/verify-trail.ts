import "server-only";
import * as z from "zod";
import { verifyProgramChain } from "@/lib/audit/queries/standing";
import type { ChainVerdict } from "@/lib/audit/rules/verify-chain";
import { type Call, defineCommand } from "@/lib/command/define-command";

const noteVerification = defineCommand({
  permission: "audit:read",
  input: z.object({ events: z.number(), head: z.string().nullable(), fault: z.string().nullable() }),
  lock: "shared",
  run: async (_tx, { actor }, { events, head, fault }) => ({
    value: null,
    events: [
      {
        action: "audit.verified",
        subject: { type: "program", id: actor.programId, label: actor.programName },
        after: { result: fault === null ? "intact" : "not intact", events, head, fault },
      },
    ],
  }),
});

/** Verifies the program's chain against its witness and checkpoints, and records that it was done and what it found. */
export async function verifyTrail(call: Call): Promise<ChainVerdict> {
  const verdict = await verifyProgramChain(call.actor);
  const { events, head, fault } = verdict;
  await noteVerification(call, { events, head: head?.hash ?? null, fault: fault?.message ?? null });
  return verdict;
}
